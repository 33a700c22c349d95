import type { Answer, Body } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { dayName } from '../controls/days.ts'
import { shortened } from '../controls/shortened.ts'
import type { AskedChoice, Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { followsFrom, wayWords } from '../words/settling-words.ts'
import { wordIn } from '../words/word.ts'
import type { Difference } from './day.ts'
import type { Channel } from './reconciliation-queue.tsx'
import { settlingDeedTexts } from './settling-texts.ts'

type Settling = Body<'POST /v1/operator/reconciliations/{channel}/{day}/settlings'>

/** One of the choices: what is sent with it, and how it reads. */
type Choice = Pick<Settling, 'way' | 'with'> & { name: string; other: string }

/** Every way that is open; with each other that it may be matched with, one of its own. */
const choicesOf = ({ ways, opposites }: Difference, language: Language): readonly Choice[] => {
  const texts = settlingDeedTexts[language]
  return ways.flatMap((way): Choice[] => {
    if (way !== 'matched') return [{ way, name: wayWords[language][way], other: '' }]
    return opposites.map(({ day, difference, number }) => {
      const other = texts.other(dayName(day, language), shortened(number))
      return { way, with: { day, difference }, name: texts.matchWith(other), other }
    })
  })
}

type Of = { channel: Channel; day: string; difference: Difference; language: Language }

/** Asks for a difference that stays open to be settled; undefined where there is no way. */
export const settlingDeed = ({
  channel,
  day,
  difference,
  language,
}: Of): Deed<Answer<'POST /v1/operator/reconciliations/{channel}/{day}/settlings'>> | undefined => {
  const texts = settlingDeedTexts[language]
  const choices = choicesOf(difference, language)
  if (choices.length === 0) return undefined
  const amount = moneyText(Math.abs(difference.thereFen - difference.hereFen))
  const said = { differs: difference.kind, amount, channel: wordIn(channelWords, channel, language) }
  const ask: AskedChoice = {
    ...{ is: 'choice', name: 'way', first: choices.length === 1 ? '0' : '' },
    label: texts.way,
    hint: texts.wayHint,
    missing: texts.wayMissing,
    options: choices.map((choice, at) => ({
      value: String(at),
      name: choice.name,
      more: followsFrom({ ...said, ...choice }, language),
    })),
  }
  return {
    name: texts.name(amount),
    kind: 'danger',
    consequence: [texts.consequence, texts.approved],
    confirm: texts.confirm(amount),
    reasons: [texts.checked, texts.refundedThere, texts.noPayer],
    asks: [ask],
    blames: { no_counterpart: 'way', settling_way_not_open: 'way' },
    send: ({ way: chosen, reason }) => {
      const { way, with: other } = choices[Number(chosen)] ?? choices[0] ?? { way: 'matched' }
      return service().operator.reconciliations.settle(channel, day, {
        ...{ difference: difference.id, way, reason },
        ...(other && { with: other }),
      })
    },
    done: () => texts.askedFor,
  }
}
