import type { LoaderFunctionArgs } from '@remix-run/node';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { packFor, type Pack } from '#app/domain/papers/pack.server.ts';
import { partsAsked, versionAsked } from '#app/domain/papers/pack-parts.ts';
import { notFound } from '#app/lib/responses.ts';
import { readingAsked } from '../stages/door.server.ts';

/** The pack an address asks for, for whoever asks. */
export async function packAsked(asked: LoaderFunctionArgs): Promise<Pack> {
  const { file } = await readingAsked(asked);
  const { searchParams } = new URL(asked.request.url);
  const pack = (await packFor(reader(), file, asked.params.stage!, { parts: partsAsked(searchParams), version: versionAsked(searchParams) })) ?? notFound();
  await noteSharedReading(file, pack.stage.key);
  return pack;
}
