import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldError } from '../domain/errors.ts';

const MAX_MIB = 512;
export const MAX_FILE_BYTES = MAX_MIB * 2 ** 20;

/**
 * Takes a file as fast as it is sent. The temporary file has no name, so the system removes it however the process
 * ends. The caller closes it. Throws `invalid-input` on `file` over 512 MiB.
 */
export async function spool(sent: AsyncIterable<Uint8Array>): Promise<FileHandle> {
  const path = join(tmpdir(), `muster-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let bytes = 0;
    for await (const chunk of sent) {
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES) {
        throw fieldError('file', `is over ${MAX_MIB} MiB: send it as a gzip, or in parts`);
      }
      await handle.writeFile(chunk);
    }
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export const bytesOf = (handle: FileHandle): AsyncIterable<Uint8Array> =>
  handle.createReadStream({ start: 0, autoClose: false });
