import { uploadName } from '../../functions/material/file-names.ts'
import { type IntakeDeps, takeUpload } from '../../functions/material/intake/take-upload.ts'
import { openUpload } from '../../functions/material/issuing/open-upload.ts'
import { materialKeys } from '../../functions/material/keys.ts'
import type { Material, MaterialKind } from '../../functions/material/material.ts'
import { materialOf } from '../../functions/material/material-store.ts'
import type { TakenPicture } from '../../functions/material/picture/picture.ts'
import { settingsOf } from '../../functions/settings.ts'
import { memoryBinary } from '../../shared/objects/memory-binary.ts'
import { memoryVault } from '../../shared/vault/memory.ts'
import { claimOf } from '../account/fixture.ts'
import { valueIn } from '../kit.ts'
import { enter, world as serviceWorld, type User } from '../world.ts'

/** What is kept of a picture here: the decoder has tests of its own. */
const picture = (bytes: Uint8Array): TakenPicture => ({
  kind: 'taken',
  bytes: Uint8Array.from(bytes, (byte) => byte ^ 0xff),
  type: 'image/jpeg',
  measured: { width: 1600, height: 1000, sharpness: 40, brightness: 140, bytes: bytes.length },
})

/** Everything that materials need, in memory. `says`: what the decoder makes of bytes. */
export const world = (overrides: Record<string, unknown> = {}) => {
  const service = serviceWorld(overrides)
  const says: { of: (bytes: Uint8Array) => TakenPicture | Promise<TakenPicture> } = { of: picture }
  const allowed: { name: string; until: number }[] = []
  return {
    ...service,
    settings: settingsOf('sandbox', JSON.stringify(overrides)),
    intake: memoryBinary(service.clock),
    files: memoryBinary(service.clock),
    vault: memoryVault(),
    says,
    takePicture: (async (bytes) => says.of(bytes)) as IntakeDeps['takePicture'],
    allowed,
    uploads: {
      async allow(terms: { name: string; until: number }) {
        allowed.push(terms)
        return { url: 'https://intake.example/', fields: { key: terms.name } }
      },
    },
  }
}
export type World = ReturnType<typeof world>

export const materialAt = (at: World, id: string): Material => {
  const item = at.table.items().find(({ pk }) => pk === materialKeys.material(id).pk)
  if (!item) throw new Error('no such material')
  return materialOf(item)
}

/** Somebody may upload a picture. */
export const allowed = async (at: World, of: { user?: User; kind?: MaterialKind } = {}): Promise<Material> => {
  const { token } = of.user ?? (await enter(at))
  const asked = { kind: of.kind ?? 'document_page', type: 'image/jpeg' } as const
  return valueIn(await openUpload(at, claimOf(token), asked)).material
}

/** A file arrives where it was allowed. */
export const uploads = (at: World, { id }: Pick<Material, 'id'>, text = 'a picture'): Promise<void> =>
  at.intake.put(uploadName(id), Buffer.from(text), 'image/jpeg')

/** Somebody has uploaded a picture, and it was taken. */
export const stored = async (at: World, of: { user?: User; kind?: MaterialKind } = {}): Promise<Material> => {
  const material = await allowed(at, of)
  await uploads(at, material)
  await takeUpload(at, material.id)
  return materialAt(at, material.id)
}

/** Lets the clock pass to whatever is due of it, until nothing is. Answers what was done, in words. */
export const untilQuiet = async (at: World, { id }: Pick<Material, 'id'>): Promise<string[]> => {
  const done: string[] = []
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const item = at.table.items().find(({ pk }) => pk === materialKeys.material(id).pk)
    if (item?.dueAt === undefined) return done
    at.time.now = Math.max(at.time.now, Number(item.dueAt))
    done.push(await takeUpload(at, id))
  }
  throw new Error(`it never comes to rest: ${done}`)
}
