export { default, handle, loader, meta } from './public-statement.tsx';
