import { createHash } from 'node:crypto'
import type { Names } from './application.ts'

/**
 * What stands for exactly one change of name of one application: whoever confirms says which they have read. Of another application, another old or another
 * new name it is another, so that nobody confirms what they were not shown. It is no secret, and opens nothing.
 */
export const pairToken = (applicationId: string, { from, to }: Names): string =>
  createHash('sha256')
    .update(JSON.stringify(['certification-names', applicationId, from, to]))
    .digest('hex')

const TOLD = 40

/** What a confirmation by face is about that confirms exactly this change of name. */
export const faceAction = (token: string): string => `certification:${token.slice(0, TOLD)}`
