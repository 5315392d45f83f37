import { notFound } from '#app/lib/responses.ts';

export const loader = () => notFound();
export const action = () => notFound();

export default function NotFound() {
  return null;
}
