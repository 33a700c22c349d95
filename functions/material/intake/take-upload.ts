import { isId } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { type BinaryObjects, type Found, TooBig } from '../../../shared/objects/binary.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Update } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { sealedName, uploadName } from '../file-names.ts'
import { materialKeys } from '../keys.ts'
import { closedAt, type Material, type MaterialKind, type MaterialRefusal, MOST_CLAIMS } from '../material.ts'
import {
  boundTo,
  materialClaimed,
  materialExpired,
  materialForgotten,
  materialOf,
  materialRefused,
  materialTaken,
  nextLook,
} from '../material-store.ts'
import type { PictureTerms, TakenPicture } from '../picture/picture.ts'
import type { MaterialSettings } from '../settings.ts'

export type IntakeDeps = {
  table: Pick<Table, 'get' | 'update'>
  /** Raw files, as they were uploaded. */
  intake: BinaryObjects
  /** Sealed ones. */
  files: BinaryObjects
  vault: Pick<Vault, 'newDataKey'>
  clock: Clock
  settings: MaterialSettings
  /** Looks at bytes that somebody uploaded, and makes of them what is kept. */
  takePicture: (bytes: Uint8Array, type: Material['type'], terms: PictureTerms) => Promise<TakenPicture>
}

const read = async ({ table }: IntakeDeps, id: string): Promise<Material | undefined> => {
  const item = isId(id) ? await table.get(materialKeys.material(id)) : undefined
  return item && materialOf(item)
}

/** An icon is drawn: it may be of one colour, and as bright or dark as its owner likes. */
const DRAWN = { sharpness: 0, dark: 0, bright: 255 }

const termsIn = ({ materials: of }: MaterialSettings, kind: MaterialKind): PictureTerms => ({
  mostBytes: of.mostBytes,
  mostPixels: of.mostPixels,
  leastSide: of.leastSide,
  keptBytes: of.keptBytes,
  keptSide: of.keptSide,
  sharpness: of.leastSharpness,
  dark: of.darkest,
  bright: of.brightest,
  ...(kind === 'app_icon' && DRAWN),
})

/** Writes, and says whether that was so. Whoever was faster has seen to it. */
const wrote = async ({ table }: IntakeDeps, write: Update): Promise<boolean> =>
  (await table.update(write)).kind === 'updated'

/** When it is looked at next once nothing raw is left of it (epoch ms). */
const afterwards = ({ status, keptUntil }: Material): Millis | undefined =>
  status === 'stored' ? keptUntil : undefined

/** What workers that died have sealed under names of their own. */
const strays = ({ id, file, claims = 0 }: Material): string[] =>
  Array.from({ length: claims }, (_none, nth) => sealedName(id, nth + 1)).filter((name) => name !== file)

/**
 * Deletes what was uploaded, and what nobody will open, of a material that takes nothing any more: at once, and once more when the last
 * upload that was allowed can have come.
 */
const clear = async (deps: IntakeDeps, of: Material, now: Millis): Promise<string> => {
  await deps.intake.remove(uploadName(of.id))
  if (!of.leftover) return 'cleared'
  for (const name of strays(of)) await deps.files.remove(name)
  const isLast = now >= closedAt(of)
  const clean = { raw: isLast, file: of.status === 'forgotten' }
  await wrote(deps, nextLook(of, isLast ? afterwards(of) : closedAt(of), clean))
  return 'cleared'
}

/** Nobody opens it any more from the first of these writes on; then its file goes, and whatever else is left of it. */
const forget = async (deps: IntakeDeps, of: Material, now: Millis): Promise<string> => {
  if (of.status === 'stored' && !(await wrote(deps, materialForgotten(of, now)))) return 'not_yet'
  const forgotten: Material = { ...of, status: 'forgotten' }
  if (of.file !== undefined) await deps.files.remove(of.file)
  if (of.leftover) await clear(deps, { ...forgotten, file: undefined }, now)
  else await wrote(deps, nextLook(forgotten, undefined, { file: true }))
  return 'forgotten'
}

const refuse = async (deps: IntakeDeps, of: Material, because: MaterialRefusal): Promise<string> => {
  const now = deps.clock.now()
  if (!(await wrote(deps, materialRefused(of, because, now)))) return 'overtaken'
  await clear(deps, { ...of, status: 'refused', file: undefined, leftover: true }, now)
  return because
}

/** Seals what is kept, and writes that down. Of two workers only the one that holds the claim does. */
const keep = async (deps: IntakeDeps, of: Material, file: string, picture: TakenPicture & { kind: 'taken' }) => {
  const sealer = await deps.vault.newDataKey({ account: of.accountId, material: of.id })
  await deps.files.put(file, sealer.sealBytes(boundTo(of.id), picture.bytes), 'application/octet-stream')
  const now = deps.clock.now()
  const keptUntil = now + deps.settings.materials.unusedMs
  const { wrappedKey } = sealer
  const { measured } = picture
  if (!(await wrote(deps, materialTaken({ ...of, file }, { wrappedKey, measured, keptUntil }, now)))) {
    await deps.files.remove(file)
    return 'overtaken'
  }
  await clear(deps, { ...of, status: 'stored', leftover: true, keptUntil }, now)
  return 'taken'
}

/** The file as it was first seen; or why that cannot be. */
const readRaw = async (deps: IntakeDeps, id: string, etag: string): Promise<Found | MaterialRefusal> => {
  try {
    return (await deps.intake.get(uploadName(id), etag, deps.settings.materials.mostBytes)) ?? 'overwritten'
  } catch (error) {
    if (error instanceof TooBig) return 'too_big'
    throw error
  }
}

/** Claims the file of that etag, looks at it and keeps what can be used of it. */
const take = async (deps: IntakeDeps, of: Material, etag: string): Promise<string> => {
  const claims = (of.claims ?? 0) + 1
  const file = sealedName(of.id, claims)
  if (!(await wrote(deps, materialClaimed(of, { etag, file }, deps.clock.now())))) return 'overtaken'
  const claimed: Material = { ...of, status: 'taking', etag, file, claims }
  const found = await readRaw(deps, of.id, etag)
  if (typeof found === 'string') return refuse(deps, claimed, found)
  const picture = await deps.takePicture(found.bytes, of.type, termsIn(deps.settings, of.kind))
  return picture.kind === 'taken' ? keep(deps, claimed, file, picture) : refuse(deps, claimed, picture.because)
}

const lookFor = async (deps: IntakeDeps, of: Material): Promise<string> => {
  const found = await deps.intake.head(uploadName(of.id))
  const now = deps.clock.now()
  if (found) return found.at > closedAt(of) ? refuse(deps, of, 'late') : take(deps, of, found.etag)
  if (now < closedAt(of)) return 'awaited'
  return (await wrote(deps, materialExpired(of))) ? 'expired' : 'overtaken'
}

/**
 * Does for one material what is to be done: takes what was uploaded, deletes what may not be left, forgets what is kept no longer. Told
 * of an upload, or by the clock; however often and in whatever order, it comes to the same. What is under no id of ours is deleted. Answers in
 * a word what it did. At most five table calls, one to KMS and six to S3.
 */
export const takeUpload = async (deps: IntakeDeps, id: string): Promise<string> => {
  const of = await read(deps, id)
  const now = deps.clock.now()
  if (!of) {
    await deps.intake.remove(uploadName(id))
    return 'unknown'
  }
  if (of.status === 'awaiting') return lookFor(deps, of)
  if (of.status === 'taking') {
    if ((of.leaseUntil ?? 0) > now) return 'held'
    return (of.claims ?? 0) < MOST_CLAIMS ? take(deps, of, of.etag ?? '') : refuse(deps, of, 'not_read_in_time')
  }
  const isOver = of.status === 'stored' && now >= (of.keptUntil ?? Number.POSITIVE_INFINITY)
  if (isOver || (of.status === 'forgotten' && of.file !== undefined)) return forget(deps, of, now)
  if (of.leftover) return clear(deps, of, now)
  if (of.status === 'stored' && of.keptUntil === undefined) await wrote(deps, nextLook(of, undefined))
  await deps.intake.remove(uploadName(id))
  return 'cleared'
}
