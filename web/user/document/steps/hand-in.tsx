import { Banner, Status } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import type { Account } from '../../../shared/service.ts'
import { WhomToAsk } from '../../contact/whom-to-ask.tsx'
import { NextSteps } from '../../next-steps.tsx'
import { PapersEntrance } from '../../papers/entrance.tsx'
import type { CardRead } from '../document.ts'
import { documentTexts } from '../texts.ts'
import type { HandInRefusal } from '../use-handing-in.ts'
import { CheckKnown } from './check-known.tsx'
import { Onward } from './onward.tsx'

type HandInProps = {
  account: Account
  front: CardRead
  back: CardRead
  refusal: HandInRefusal | undefined
  isSending: boolean
  onHandIn: () => Promise<void>
  onRetake: () => void
}

/** Why it was not taken, and what leads on from there. */
const Refused = ({ refusal: { text, next, isForPeople } }: { refusal: HandInRefusal }) => {
  const texts = useTexts(documentTexts)
  return (
    <>
      <Banner tone="warn">
        <p role="alert">{text}</p>
      </Banner>
      {next.length > 0 && (
        <section className="card">
          <NextSteps steps={next} />
        </section>
      )}
      {isForPeople && <PapersEntrance kind="main">{texts.toPapers}</PapersEntrance>}
      {isForPeople && <WhomToAsk about="level" />}
    </>
  )
}

/** Looks it over once more, and hands both photos in. */
export const HandIn = ({ account, front, back, refusal, isSending, onHandIn, onRetake }: HandInProps) => {
  const texts = useTexts(documentTexts)
  const isOther = refusal !== undefined && refusal.differs.length > 0
  return (
    <div className="stack below">
      {refusal && <Refused refusal={refusal} />}
      <CheckKnown {...{ account, front, back, differs: refusal?.differs ?? [] }} />
      {/* The same photos would differ again. */}
      {isOther ? (
        <Onward
          step="check"
          whom="known"
          next={texts.photographAnew}
          onNext={onRetake}
          isBeside={refusal.isForPeople}
        />
      ) : (
        <Onward
          step="check"
          whom="known"
          next={texts.handIn}
          onNext={onHandIn}
          isBeside={refusal?.isForPeople === true}
        />
      )}
      <Status>{isSending && <p className="quiet">{texts.sending}</p>}</Status>
    </div>
  )
}
