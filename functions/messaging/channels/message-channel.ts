import type { Millis } from '../../../shared/kernel/time.ts'
import type { Attempt } from '../../outgoing/attempt.ts'
import type { Message } from '../sending/message.ts'

/** Where an account wants its messages, and the secrets (`whsec_…`) that sign them, the current one first. */
export type Target = { url: string; secrets: readonly string[] }

/** One attempt to bring a message out of the house. Never throws for what the other side does. */
export type MessageChannel = (target: Target, message: Message, now: Millis) => Promise<Attempt>
