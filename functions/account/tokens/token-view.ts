import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { MessageToken } from './token-store.ts'

/** A message token as the API shows it; `token` is there only in the answer that creates it. */
export const tokenView = <T extends MessageToken>(made: T) => ({ ...made, createdAt: rfc3339(made.createdAt) })
