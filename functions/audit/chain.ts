import { createHash } from 'node:crypto'
import type { Millis } from '../../shared/kernel/time.ts'
import { canonical } from './canonical.ts'
import type { DeedAction, Doer } from './deed.ts'
import { isDeedForm } from './deed-form.ts'
import type { Head } from './head.ts'
import type { ReadPurpose } from './reading.ts'

/**
 * What somebody did on another's behalf, and why. `subject` is what it was done to, as `deedSubjects` calls it; `detail` what of it,
 * where it has several of the kind: a refund by its number at the channel, an identity by the verification that it was sealed in.
 */
export type AuditRecord = {
  id: string
  subject: string
  at: Millis
  by: Doer
  action: DeedAction
  detail?: string
  /** Of an identity that was opened: what for, and which of its fields, by their names with spaces between. */
  purpose?: ReadPurpose
  fields?: string
  reason: string
}

/** A record in its place: the `n`th of its subject, from 1, behind the one with the hash `previous`. `form`: how the hash is made. */
export type ChainedRecord = AuditRecord & { form: 1; n: number; previous: string; hash: string }

/** SHA-256 in hexadecimal digits of what a record says, its place included: whoever changes any of it changes this. */
export const hashOf = ({ hash: _hash, ...said }: Omit<ChainedRecord, 'hash'> & { hash?: string }): string =>
  createHash('sha256').update(canonical(said)).digest('hex')

/**
 * The record as the next of its subject. Throws for one that has not the form of its deed: it would stay for good, and whoever wrote such a
 * thing has let something through that nobody checked. What it says is not in the error.
 */
export const chained = (record: AuditRecord, { n, hash }: Head): ChainedRecord => {
  if (!isDeedForm(record)) throw new Error(`no record of ${record.action} has this form`)
  const said = { ...record, form: 1 as const, n: n + 1, previous: hash }
  return { ...said, hash: hashOf(said) }
}
