import Sqlite from 'better-sqlite3';

/* Another process that writes: holds the lock on argv[2] for argv[3] milliseconds. */
const handle = new Sqlite(process.argv[2]);
handle.exec('begin immediate');
process.send('held');
setTimeout(() => {
  handle.exec('commit');
  handle.close();
  process.disconnect();
}, Number(process.argv[3]));
