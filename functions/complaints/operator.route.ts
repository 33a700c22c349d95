import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { paymentChannels } from '../payment/paying/provider.ts'
import { deedText, deedTextProblems, freeText } from '../person/free-text.route.ts'
import { LONGEST_REPLY } from './answering/reply-text.ts'
import { complaintStatuses } from './complaint.ts'
import { complaintDetailShown, complaintShown } from './complaint-view.ts'
import { TALK_VERSION } from './talk/talk.ts'

const operators = { fn: 'complaints-operator', caller: 'operator', bodyLimit: 4096 } as const

const one = { ...operators, params: { channel: paymentChannels } } as const

const ONE = '/v1/operator/complaints/{channel}/{id}'

const reason = deedText(500)

/** Counted as the channel counts, by code points. */
const reply = freeText(LONGEST_REPLY)

/** Which talk was read before it was answered. */
const seen = z.optional(z.string('invalid_talk_version').check(z.regex(TALK_VERSION, 'invalid_talk_version')))

export const listComplaintsRoute = route({
  ...operators,
  method: 'GET',
  name: 'listComplaints',
  right: 'see_orders',
  path: '/v1/operator/complaints',
  summary: 'Complaints in one state, oldest first',
  query: z.strictObject({
    status: z._default(z.enum(complaintStatuses), 'open'),
    ...pageQuery(50),
  }),
  answers: {
    200: pageShown({ complaints: z.array(complaintShown), unreadable: z.array(z.string()) }),
  },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const getComplaintRoute = route({
  ...one,
  method: 'GET',
  name: 'getComplaint',
  right: 'see_orders',
  path: ONE,
  summary:
    'A complaint with its evidence, the answer that would be given, and the whole talk with the payer, whose words are for who may see people, with numbers masked',
  answers: { 200: complaintDetailShown },
  problems: ['unauthenticated', 'not_found'],
})

export const replyRoute = route({
  ...one,
  method: 'POST',
  name: 'replyToComplaint',
  right: 'answer_complaints',
  path: `${ONE}/reply`,
  summary: 'Answer the payer at the channel: with a text, or with what the evidence says',
  body: z.strictObject({ text: z.optional(reply), reason, seen }),
  answers: { 200: complaintShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'not_found',
    'contended',
    'complaint_reply_needed',
    'complaint_over',
    'complaint_went_on',
    'invalid_talk_version',
    'complaint_deed_pending',
    'complaint_refused_by_channel',
    'complaint_reply_unconfirmed',
  ],
})

export const completeRoute = route({
  ...one,
  method: 'POST',
  name: 'completeComplaint',
  right: 'answer_complaints',
  path: `${ONE}/complete`,
  summary: 'End the complaint at the channel, once the payer is answered',
  body: z.strictObject({ reason, seen }),
  answers: { 200: complaintShown },
  problems: [
    'unauthenticated',
    ...deedTextProblems,
    'not_found',
    'contended',
    'complaint_not_answered',
    'complaint_went_on',
    'invalid_talk_version',
    'complaint_deed_pending',
    'complaint_refused_by_channel',
  ],
})

export const maliciousRoute = route({
  ...one,
  method: 'POST',
  name: 'markComplaintMalicious',
  right: 'decide_bans',
  path: `${ONE}/malicious`,
  summary: 'Find it malicious: it counts against its account, and enough of them ban the account',
  body: z.strictObject({ reason }),
  answers: { 200: z.strictObject({ complaint: complaintShown, banned: z.boolean() }) },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found', 'contended', 'complaint_not_malicious'],
})

export const complaintRoutes = [
  listComplaintsRoute,
  getComplaintRoute,
  replyRoute,
  completeRoute,
  maliciousRoute,
] as const
