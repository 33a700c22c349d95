import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { certificationKeys } from '../keys.ts'
import { readAppName } from '../naming/app-name.ts'
import { judgeName, type NameHolder } from '../naming/judge-name.ts'
import type { NameFinding } from '../naming/name-finding.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { reservationIn } from '../naming/name-store.ts'
import type { CertificationSettings } from '../settings.ts'
import type { App } from './app.ts'
import { findOwnApp } from './find-app.ts'

export type NameReading = {
  table: Pick<Table, 'get'>
  clock: Clock
  settings: Pick<CertificationSettings, 'names'>
}

/** Who asks, what was typed, and for which app of theirs; nothing for one that is not there yet. */
export type NameAsked = { accountId: string; typed: string; app?: { id: string; name: string } | undefined }

/** The name as it was read, what it looks like, what is to say about it, and another app of whoever asks that has it. */
export type FoundInName = { name: string; skeleton: string; findings: NameFinding[]; own?: App }

const readHolder = async (
  { table }: Pick<NameReading, 'table'>,
  { accountId, app }: NameAsked,
  skeleton: string,
): Promise<(NameHolder & { own?: App }) | undefined> => {
  const held = skeleton === '' ? undefined : reservationIn(await table.get(certificationKeys.name(skeleton)))
  if (!held) return undefined
  const own = held.app === app?.id ? undefined : await findOwnApp(table, accountId, held.app)
  return { app: held.app, until: held.until, isOwn: own !== undefined, ...(own && { own }) }
}

/** W2 W3 everything that is to say about a name, before anything is paid. Two calls at most. */
export const findInName = async (deps: NameReading, asked: NameAsked): Promise<FoundInName> => {
  const name = readAppName(asked.typed)
  const skeleton = skeletonOf(name)
  const holder = await readHolder(deps, asked, skeleton)
  const { names: lengths } = deps.settings
  const findings = judgeName(name, { lengths, now: deps.clock.now(), app: asked.app, holder })
  return { name, skeleton, findings, ...(holder?.own && { own: holder.own }) }
}
