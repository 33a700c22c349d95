import type { Answer, ShimingProblem } from 'shiming-client'
import type { Right } from '../../../functions/operators/rights.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { momentText } from '../../shared/shown/moments.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import { complaintDeedTexts } from './deed-texts.ts'

export type Complaint = Answer<'GET /v1/operator/complaints/{channel}/{id}'>

type Of = { complaint: Complaint; language: Language }

/** Who answered meanwhile, when, and what. */
const overtakenText = (refused: ShimingProblem, language: Language): string | undefined => {
  if (!refused.is('complaint_went_on')) return undefined
  const { answer, answeredBy, answeredAt } = refused.extra
  if (answer === undefined || answeredBy === undefined || answeredAt === undefined) return undefined
  const when = momentText(Date.parse(answeredAt), serviceClock.now(), language)
  return complaintDeedTexts[language].lastSaid(answeredBy, when, answer)
}

/** What is said to the payer, as it will be sent. */
const replyDeed = ({ complaint, language }: Of): Deed<unknown> => {
  const texts = complaintDeedTexts[language]
  const { channel, id, suggestedReply, talk } = complaint
  return {
    name: texts.reply,
    kind: 'main',
    consequence: [texts.replyMore(wordIn(channelWords, channel, language))],
    confirm: texts.replyConfirm,
    reasons: [texts.evidence, texts.delivered],
    asks: [
      {
        ...{ is: 'text', name: 'text' },
        label: texts.replyText,
        hint: texts.replyHint,
        first: suggestedReply ?? '',
        missing: texts.replyMissing,
      },
    ],
    send: ({ reason, text = '' }) =>
      service().operator.complaints.reply(channel, id, { text, reason, seen: talk.version }),
    tells: (refused) => overtakenText(refused, language),
    done: (now) => ((now as Complaint).pending === null ? texts.replied : texts.replyPending),
  }
}

/** The end of it at the channel. */
const completeDeed = ({ complaint, language }: Of): Deed<unknown> => {
  const texts = complaintDeedTexts[language]
  const { channel, id } = complaint
  return {
    name: texts.complete,
    kind: 'main',
    consequence: [texts.completeMore(wordIn(channelWords, channel, language))],
    confirm: texts.completeConfirm,
    reasons: [texts.answered, texts.evidence],
    send: ({ reason }) => service().operator.complaints.complete(channel, id, reason, { seen: complaint.talk.version }),
    tells: (refused) => overtakenText(refused, language),
    done: (now) => ((now as Complaint).pending === null ? texts.completed : texts.replyPending),
  }
}

/** What counts against the account, and bans it when the number is full. */
const markDeed = ({ complaint, language }: Of): Deed<unknown> => {
  const texts = complaintDeedTexts[language]
  const { channel, id, account } = complaint
  const nth = (account?.maliciousComplaints ?? 0) + 1
  const left = (account?.bansAt ?? nth) - nth
  return {
    name: texts.mark,
    kind: 'danger',
    consequence: [texts.markMore(nth), left <= 0 ? texts.markBans(account?.bansAt ?? nth) : texts.markLeft(left)],
    confirm: texts.markConfirm,
    reasons: [texts.demands],
    send: ({ reason }) => service().operator.complaints.markMalicious(channel, id, reason),
    done: (now) => ((now as { banned: boolean }).banned ? texts.markedBanned : texts.marked),
  }
}

/** What can be done about a complaint as it is, the first first, by whoever has those rights. */
export const complaintDeeds = (of: Of, may: (right: Right) => boolean): readonly Deed<unknown>[] => {
  const { status, pending, malicious, notMalicious } = of.complaint
  const isOver = status !== 'open' && status !== 'replied'
  const answers = may('answer_complaints') && !isOver && pending === null
  return [
    ...(answers && status === 'open' ? [replyDeed(of)] : []),
    ...(answers && status === 'replied' ? [completeDeed(of), replyDeed(of)] : []),
    ...(may('decide_bans') && !malicious && notMalicious === null ? [markDeed(of)] : []),
  ]
}
