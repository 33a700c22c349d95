import { at, id } from './cast.ts'
import type { Fields } from './field.ts'

/** What the platform is told of, in what is delivered to its endpoints. */
export const eventFields: Fields = {
  id: ['Names the event: the same in every attempt, at every endpoint and when it is delivered anew.', id.deed],
  type: ['What happened.'],
  timestamp: ['When it happened.', at.decided],
  sequence: [
    'The how-manyth event of its subject it is, from 1 and without a gap, whether an endpoint listens to all of them or not. Of two events of one subject the one with the higher number is the newer, in whichever order they arrive.',
    7,
  ],
  'subject.id': ['Which one.', id.account],
  'subject.kind': ['What kind of thing it is about.'],
  subject: ['What it is about.'],
  'account.id': ['Whose account it concerns.', id.account],
  'account.externalId': ["The platform's own name of the user; left out where it has given none.", 'user-1'],
  account: ['Whom it concerns.'],
  data: ['What happened. Ids, words and numbers; never a name, a number of a person, or a phone number.'],
  verificationId: ['Which verification, or which papers.', id.verification],
  method: ['How it was proven.'],
  orderId: ['The order it belongs to.', id.order],
  about: [
    'What was checked, where it has an id of its own: `GET /v1/cards/{id}` has the card. Left out where an order paid for the check.',
  ],
  'about.kind': ['What kind of thing it is.', 'card'],
  'about.id': ['Which one.', id.verification],
  reason: ['Why there is no result, or what stood in the way.'],
  retryAt: ['When the same data is taken again; left out where it is at once.', at.nextMonth],
  'VerificationClearedEvent.data.because': ['Why the account is nobody any more.'],
  'EvidenceEndedEvent.data.because': [
    'Why. `expired`: its time is over. `number_recycled`: the carrier gave the number to somebody else. `card_unbound`: the bank card was taken off.',
  ],
  'EvidenceEndedEvent.data.kind': ['What had been proven.'],
  business: ['The code of the business.', 'shop'],
  app: ['The app.', '0193471a5e0a7cc1b3f20a6d5c4e1b0a'],
  'LevelChangedEvent.data.from': ['The level that was told last: 0 none to 4 full.', 0],
  'LevelChangedEvent.data.to': ['The level now.', 1],
  'LevelChangedEvent.data.because': [
    'Why. `proven`: more is proven. `expired`: the time of something that was proven is over. `number_recycled`: the carrier gave the number to somebody else. `card_unbound`: the bank card that proved it was taken off. `cleared`: the account is nobody any more.',
  ],
  by: ['Who bans: the platform, or as many malicious complaints as it takes.'],
  lifted: ['Which bans were lifted.'],
  stillBanned: ['Whether another ban stands, so that nothing is open to the account yet.', false],
  kind: ['What was ordered.'],
  amountFen: ['What was asked, in fen.', 100],
  because: ['Why it ended without buying anything.'],
  outRefundNo: ['Names this refund, also at the channel.', `${id.order}v1`],
  refundFen: ['How much goes back, in fen.', 100],
  cause: ['Why money goes back: by the verdict, or for a payment that was not wanted.'],
  takenBack: ['Whether what was bought went with it.', false],
  messageId: ['Which message.', id.message],
  endpointId: ['Which endpoint.', id.token],
  'EndpointDisabledEvent.data.because': [
    'Why. `gone`: its address answered 410. `failing`: nothing was taken there for days. `operator`: an operator switched it off.',
  ],
}
