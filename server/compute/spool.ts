import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

const MAX_MIB = 512;
export const MAX_FILE_BYTES = MAX_MIB * 2 ** 20;

/** The file has no name, so it is gone however the process ends. Throws `invalid-input` over 512 MiB. */
export async function spool(sent: AsyncIterable<Uint8Array>): Promise<FileHandle> {
  const path = join(tmpdir(), `muster-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let bytes = 0;
    for await (const chunk of sent) {
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES) throw fieldError('file', say().compute.overMib(MAX_MIB));
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
