import type { Engine } from '../../local/engine.ts'
import { misheard } from '../alarms/misheard.ts'
import { leaks } from './canaries.ts'
import { unarguedReads } from './eventual-reads.ts'

/** SQS takes 256 KB, or 1 MB where it is newer; a pointer is far below either. */
const POINTER_BYTES = 1024

const largeMessages = ({ dumps }: Engine): string[] =>
  dumps
    .queues()
    .filter(({ body }) => Buffer.byteLength(body) > POINTER_BYTES)
    .map(({ queue }) => `${queue} carries more than a pointer`)

/**
 * What an engine's functions must not leave behind: plaintext identity, calls that their roles do not allow, reads that may be behind
 * on AWS, messages that are more than pointers, and lines that ring for nobody or for nothing.
 */
export const leftBehind = async (engine: Engine): Promise<string[]> => [
  ...(await leaks(engine)),
  ...engine.refusals(),
  ...unarguedReads(engine),
  ...largeMessages(engine),
  ...(await misheard(engine)),
]
