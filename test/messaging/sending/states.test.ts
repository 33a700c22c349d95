import { describe, expect, it } from 'vitest'
import {
  accepted,
  type Message,
  type MessageEvent,
  type MessageStatus,
  messageStatuses,
  messageTransitions,
} from '../../../functions/messaging/sending/message.ts'
import {
  messageAccepted,
  messageDelivered,
  messageFailed,
  messageWaits,
} from '../../../functions/messaging/sending/message-store.ts'
import { NOON } from '../../kit.ts'
import { finals, itObeys, type Machine, observedMoves, reachable, trapped } from '../../state-moves.ts'

const draft = { title: '', content: 'x', template: 'html', channel: 'webhook', option: 'ops' } as const
const messageIn = (status: MessageStatus): Message => ({ ...accepted(draft, 'a', 'm', NOON), status })

const messages: Machine<MessageStatus, MessageEvent> = {
  table: messageTransitions,
  states: messageStatuses,
  itemIn: (status) => messageAccepted(messageIn(status), { messageMs: 1, recordMs: 1 }),
  writes: {
    put_off: (read) => messageWaits(messageIn(read), 'not_accepted', NOON),
    delivered: (read) => messageDelivered(messageIn(read), NOON),
    failed: (read) => messageFailed(messageIn(read), 'gone', NOON),
  },
}

describe('P13 M1 states of a message', () => {
  it('can all be reached, and all lead to an end', () => {
    expect(reachable(messageTransitions, 'accepted')).toEqual([...messageStatuses].sort())
    expect(trapped(messageTransitions, messageStatuses)).toEqual([])
    expect(finals(messageTransitions)).toEqual(['delivered', 'failed'])
  })

  itObeys(messages)

  it('end as failed by no attempt that another has overtaken', async () => {
    const late = { ...messageIn('accepted'), attempts: 1 }
    const moves = await observedMoves(messageStatuses, messages.itemIn, () => [messageFailed(late, 'gone', NOON)])
    expect(moves).toEqual([])
  })
})
