import { useState } from 'react'
import type { Application } from 'shiming-client'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { Button } from '../../shared/controls/button.tsx'
import type { Refused } from '../../shared/controls/form.ts'
import { Status } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { type Found, findApplication, isMoving, isOver } from './application.ts'
import { ConfirmForm } from './confirming/confirm-form.tsx'
import { FeeCard } from './confirming/fee-card.tsx'
import { FactsCard } from './facts-card.tsx'
import { FillingForm } from './filling/filling-form.tsx'
import { fillingTexts } from './filling/texts.ts'
import { Progress, Timeline } from './progress.tsx'
import { ResultCard } from './result-card.tsx'
import { certificationTexts } from './texts.ts'
import { Turn } from './turn.tsx'

type CardProps = { found: Found; read: () => Promise<void> }

const DraftCards = ({ found, read }: CardProps) => {
  const texts = useTexts(fillingTexts)
  const send = async (): Promise<undefined> => {
    await mine().applications.submit(found.of.id)
    await read()
  }
  return <FillingForm found={found} send={send} submit={texts.send} />
}

/** Corrected, it is sent again; where it asks for another change of name, that is confirmed first. */
const ReturnedCards = ({ found, read }: CardProps) => {
  const texts = useTexts(fillingTexts)
  const { id } = found.of
  const [filled, setFilled] = useState(found.of)
  const [toConfirm, setToConfirm] = useState<Application>()
  const send = async (): Promise<Refused | undefined> => {
    const of = await mine().applications.get(id)
    if (!of.namesConfirmed) {
      // What is said of the application below is what is confirmed now.
      await read()
      setToConfirm(of)
      return undefined
    }
    await mine().applications.correct(id, { pairToken: of.pairToken })
    await read()
    return undefined
  }
  if (toConfirm === undefined)
    return <FillingForm found={{ ...found, of: filled }} send={send} submit={texts.sendAgain} />
  return (
    <Turn of="confirm" comes>
      <ConfirmForm
        found={{ ...found, of: toConfirm }}
        send={(confirmation) => mine().applications.correct(id, confirmation)}
        read={read}
      />
      <Button
        wide
        onPress={() => {
          setFilled(toConfirm)
          setToConfirm(undefined)
        }}
      >
        {texts.back}
      </Button>
    </Turn>
  )
}

const ReviewCard = ({ of: { decideBy, review, fee, texted } }: { of: Application }) => {
  const texts = useTexts(certificationTexts)
  return (
    <section className="card stack">
      <h2>{texts.reviewTitle}</h2>
      <p>
        {texts.reviewMore}
        {texted && ` ${texts.reviewTexted}`}
      </p>
      {fee.status === 'returned' ? (
        <p>{texts.reviewLate}</p>
      ) : (
        decideBy !== null && (
          <p>
            {texts.reviewBy} <Time at={decideBy} />
          </p>
        )
      )}
      {review !== null && (
        <Link to={`/cases/${encodeURIComponent(review)}`} className="standing">
          {texts.toCase}
        </Link>
      )}
    </section>
  )
}

const WithdrawCard = ({ found: { of }, read }: CardProps) => {
  const texts = useTexts(certificationTexts)
  const words =
    of.status === 'draft'
      ? { title: texts.draftTitle, yes: texts.draftYes, no: texts.draftNo }
      : { title: texts.withdrawTitle, yes: texts.withdrawYes, no: texts.withdrawNo }
  const more = of.fee.status === 'held' ? texts.withdrawPaid : texts.withdrawFree
  return (
    <section className="card">
      <AskedButton wide question={{ ...words, more }} onYes={() => mine().applications.withdraw(of.id)} onOver={read}>
        {of.status === 'draft' ? texts.withdrawDraft : texts.withdraw}
      </AskedButton>
    </section>
  )
}

const Cards = ({ found, read }: CardProps) => {
  const { of } = found
  const confirm = (confirmation: Parameters<ReturnType<typeof mine>['applications']['confirm']>[1]) =>
    mine().applications.confirm(of.id, confirmation)
  return (
    <>
      <Progress of={of} />
      <Turn of={of.status}>
        {isOver(of) && <ResultCard of={of} />}
        {of.status === 'draft' && <DraftCards found={found} read={read} />}
        {of.status === 'awaiting_confirmation' && (
          <ConfirmForm key={of.pairToken} found={found} send={confirm} read={read} />
        )}
        {of.status === 'awaiting_payment' && <FeeCard of={of} read={read} />}
        {of.status === 'in_review' && <ReviewCard of={of} />}
        {of.status === 'returned' && <ReturnedCards key={of.returns.length} found={found} read={read} />}
      </Turn>
      {of.status !== 'draft' && of.status !== 'awaiting_confirmation' && <FactsCard found={found} />}
      <Timeline of={of} />
      {!isOver(of) && <WithdrawCard found={found} read={read} />}
    </>
  )
}

/** W2–W6 one application for the certification of an app: where it is, what is to be done now, and how it came there. */
export const ApplicationPage = ({ params }: PageTold) => {
  const texts = useTexts(certificationTexts)
  const id = params.id ?? ''
  const found = useResource(`application ${id}`, (signal) => findApplication(id, signal), {
    polls: ({ of }) => isMoving(of),
    every: MINUTE,
  })
  const { known } = found
  if (known.is === 'failed' && isProblem(known.error, 'not_found'))
    return (
      <Page title={texts.gone} lead={texts.goneMore}>
        <Link to="/developer" className="standing">
          {texts.toApps}
        </Link>
      </Page>
    )
  const value = known.is === 'ok' ? known.value : undefined
  return (
    <Page
      title={value ? texts.titleOf(value.app.name) : texts.title}
      lead={<Status>{value ? texts[value.of.status] : null}</Status>}
    >
      <div className="stack below">
        <Read of={found}>{(shown) => <Cards found={shown} read={found.read} />}</Read>
        <Link to={value ? `/developer/apps/${value.app.id}` : '/developer'} className="standing">
          {value ? texts.toApp : texts.toApps}
        </Link>
      </div>
    </Page>
  )
}
