import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Runs a program to its end and passes our signals on to it. Answers its exit code; if a signal
 * ended it, the same one ends us.
 */
export function run(command, args, cwd, stdio = 'inherit') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio });
    const forward = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of SIGNALS) process.off(each, forward);
      if (signal) process.kill(process.pid, signal);
      else resolve(code);
    });
  });
}

/** Nobody passes a signal on when npm is killed, so under npm we end when it has gone. */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  timer.unref();
}

/** Where npm's shell stays between npm and us, killing npm does not end it: its parent counts. */
function parents() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'latin1');
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(stat);
    return name === 'sh' ? `${process.ppid} ${parent}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}
