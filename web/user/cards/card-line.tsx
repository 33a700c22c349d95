import { useState } from 'react'
import type { BankCard } from 'shiming-client'
import { stepsAfter } from '../../../functions/verification/next-steps.ts'
import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { Button } from '../../shared/controls/button.tsx'
import { Tag, Waiting } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { NextSteps } from '../next-steps.tsx'
import { Until } from '../until.tsx'
import { bankName } from './card.ts'
import { reasonTexts } from './reason-texts.ts'
import { cardTexts } from './texts.ts'

const tones = { checking: 'info', bound: 'good', refused: 'warn', unbound: 'info' } as const

/** What a card is called: its bank and kind as far as they are known, and its last four digits. */
const useCardName = ({ bank, kind, lastFour }: BankCard): string => {
  const language = useLanguage()
  const texts = useTexts(cardTexts)
  return [bankName(bank, language) ?? texts.unknownBank, kind && texts[kind], texts.ending(lastFour)]
    .filter(Boolean)
    .join(' ')
}

type UnbindProps = { card: BankCard; name: string; onOver: () => Promise<void> }

/** A card that was never bound is off the list without a question. */
const Remove = ({ card, name, onOver }: UnbindProps) => {
  const language = useLanguage()
  const texts = useTexts(cardTexts)
  const [failed, setFailed] = useState<string>()
  const remove = async (): Promise<void> => {
    try {
      await mine().cards.unbind(card.id)
    } catch (error) {
      setFailed(failureText(error, language))
    }
    await onOver()
  }
  return (
    <>
      <Button kind="plain" onPress={remove}>
        {texts.remove} <span className="only-heard">{name}</span>
      </Button>
      {failed !== undefined && <p role="alert">{failed}</p>}
    </>
  )
}

/** Takes a card off after a question that says what may follow. */
const Unbind = ({ card, name, onOver }: UnbindProps) => {
  const texts = useTexts(cardTexts)
  const { unbindMore: more, unbindYes: yes, unbindNo: no } = texts
  return (
    <AskedButton
      kind="plain"
      question={{ title: texts.unbindTitle(name), more, yes, no }}
      onYes={() => mine().cards.unbind(card.id)}
      onOver={onOver}
    >
      {texts.unbind} <span className="only-heard">{name}</span>
    </AskedButton>
  )
}

/** Why a card was not bound, what may help, and from when on. */
const Refused = ({ card: { id, reason, remedy, retryAt } }: { card: BankCard }) => {
  const texts = useTexts(cardTexts)
  const reasons = useTexts(reasonTexts)
  return (
    <>
      {reason !== null && <p>{reasons[reason]}</p>}
      {remedy !== null && <p>{reasons[remedy]}</p>}
      {retryAt !== null && (
        <p>
          {texts.againFrom} <Until at={retryAt} />
        </p>
      )}
      {reason === 'identity_in_use' && <NextSteps steps={stepsAfter.identity_in_use} about={id} />}
      {remedy === 'ask_a_person' && reason !== 'identity_in_use' && <WhomToAsk about={id} />}
    </>
  )
}

/** One card: how it stands, and what can be done with it. `onOver` reads all of them anew. */
export const CardLine = ({ card, onOver }: { card: BankCard; onOver: () => Promise<void> }) => {
  const texts = useTexts(cardTexts)
  const name = useCardName(card)
  const { status, boundAt, unboundAt, typedAt, phone } = card
  const [label, at] =
    status === 'bound'
      ? ([texts.boundAt, boundAt] as const)
      : status === 'unbound'
        ? ([texts.unboundAt, unboundAt] as const)
        : ([texts.typedAt, typedAt] as const)
  return (
    <li className="tight">
      <div className="row apart">
        <h3>{name}</h3>
        <Tag tone={tones[status]}>{texts[status]}</Tag>
      </div>
      {status === 'checking' && <Waiting>{texts.checkingMore}</Waiting>}
      {status === 'refused' && <Refused card={card} />}
      <dl className="facts">
        <div>
          <dt>{texts.reserved}</dt>
          <dd className="number">{phone}</dd>
        </div>
        {at !== null && (
          <div>
            <dt>{label}</dt>
            <dd>
              <Time at={at} />
            </dd>
          </div>
        )}
      </dl>
      {status === 'bound' && <Unbind card={card} name={name} onOver={onOver} />}
      {status === 'refused' && <Remove card={card} name={name} onOver={onOver} />}
    </li>
  )
}
