import { at, id, masked, person } from './cast.ts'
import type { Fields } from './field.ts'

/** What operators find and see of an account, and what happened to it. */
export const caseFields: Fields = {
  'SearchRequest.text': [
    'Any id of ours, of the platform’s or of a payment channel’s, as pasted; or an exact mobile or ID number of a person, which is put on record.',
    id.order,
  ],
  'RevealFieldRequest.field': ['Which field.', 'phone'],
  'RevealFieldRequest.reason': ['Why, from a closed list.', 'user_request'],
  words: ['Whatever else there is to say of the reason; it is kept with it.', '用户来电核对手机号'],
  'RevealFieldAnswer.field': ['Which field.', 'phone'],
  'RevealFieldAnswer.value': [
    'The field in the clear. Nothing keeps it: neither whoever passes it on, nor any log.',
    person.phone,
  ],
  'RevealFieldAnswer.verificationId': ['What it was submitted with.', id.verification],
  'RevealFieldAnswer.until': ['Until when it may be shown.', at.decided],
  hits: ['What was found; empty where nothing was.'],
  'hits.kind': ['What it is.', 'order'],
  'hits.id': [
    'What it is called: of a payment its number at the channel, of a refund its name, else its id.',
    id.order,
  ],
  'hits.accountId': ['Whose it is; null where nobody knows.', id.account],
  'hits.orderId': ['The order it belongs to; null where it belongs to none.', id.order],
  'hits.channel': ['At which payment channel; null for what is at none.', null],
  'GetCaseAnswer.id': ['The account.', id.account],
  'GetCaseAnswer.createdAt': ['When the account was opened.', at.created],
  'GetCaseAnswer.phone': [
    'The number it signs in with, masked; null for a user of the platform without one.',
    masked.phone,
  ],
  'GetCaseAnswer.points': ['Points there are.', 100],
  bans: ['The bans that stand.', []],
  maliciousComplaints: ['How many malicious complaints it has.', 0],
  unbans: ['How often a ban of it was lifted.', 0],
  'GetCaseAnswer.appeal': ['The last appeal against a ban; null where there was none.', null],
  openOrders: ['Orders that can still be paid.', []],
  'GetCaseAnswer.sessions': ['How many sessions are signed in.', 1],
  'GetCaseAnswer.consents': ['What was agreed to, the newest.', []],
  'GetCaseAnswer.verifications': ['The newest verifications, masked.', []],
  'GetTimelineQuery.kinds': [
    'Only lines of these kinds, with commas between; all where it is left out.',
    'payment,refund',
  ],
  'GetTimelineAnswer.lines': ['A page of what happened, newest first.'],
  'lines.id': ['Names the line among those of its kind.', `${id.verification}.1`],
  'lines.at': ['When it happened.', at.decided],
  'lines.kind': ['What it is about.', 'verification'],
  'lines.event': ['What happened.', 'verified'],
  'lines.subject': ['What it happened to.', id.verification],
  'lines.orderId': ['The order it belongs to; null where it belongs to none.', id.order],
  'lines.amountFen': ['Of money, how much, in fen.', null],
  'lines.channel': ['At which payment channel.', null],
  'lines.number': [
    'What a channel calls it, or a vendor the call; of a deed what of its subject it was done to.',
    null,
  ],
  'lines.vendor': ['Who was asked, or was handed something; of a message the way it went.', null],
  'lines.reason': ['Why or what for: a word of ours, a code of a vendor, or what somebody wrote.', null],
  'lines.by': ['Who did it, where it is a deed.', null],
}
