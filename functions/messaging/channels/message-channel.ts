import type { Millis } from '../../../shared/kernel/time.ts'
import type { ChannelSettings } from '../channel-store.ts'
import type { DeliveryResult } from '../delivering/delivery.ts'
import type { Message } from '../sending/message.ts'

/** One attempt to bring a message out of the house. Never throws for what the other side does. */
export type MessageChannel = (channel: ChannelSettings, message: Message, now: Millis) => Promise<DeliveryResult>
