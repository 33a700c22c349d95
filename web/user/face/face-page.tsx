import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { type Account, mine, service } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { BeginCard } from './begin-card.tsx'
import { type Check, isOpen, readNow } from './check.ts'
import { EndedCard } from './ended-card.tsx'
import { OpenCard } from './open-card.tsx'
import { faceTexts } from './texts.ts'

type Found = { terms: Answer<'GET /v1/face-terms'>; account: Account; newest: Check | undefined }

const find = async (signal: AbortSignal): Promise<Found> => {
  const [terms, account, checks] = await Promise.all([
    service().faceTerms.get({ signal }),
    mine().account.get({ signal }),
    mine().faceChecks.list({ signal, limit: 1 }).page(),
  ])
  const [newest] = checks.items
  return { terms, account, newest: newest && (await readNow(newest, signal)) }
}

const WhatFor = () => {
  const texts = useTexts(faceTexts)
  return (
    <section className="card stack">
      <h2>{texts.whatFor}</h2>
      <ul className="tight">
        <li>{texts.for1}</li>
        <li>{texts.for2}</li>
        <li>{texts.for3}</li>
      </ul>
      <h3>{texts.notOnly}</h3>
      <p>{texts.notOnlyMore}</p>
      <WhomToAsk about="face" />
    </section>
  )
}

const NotOffered = () => {
  const texts = useTexts(faceTexts)
  return (
    <section className="card stack">
      <h2>{texts.notOffered}</h2>
      <p>{texts.notOfferedMore}</p>
      <Link to="/account" className="button button-wide">
        {texts.toAccount}
      </Link>
    </section>
  )
}

const VerifyFirst = () => {
  const texts = useTexts(faceTexts)
  const { verify } = useTexts(commonTexts)
  return (
    <section className="card stack">
      <h2>{texts.verifyFirst}</h2>
      <p>{texts.verifyFirstMore}</p>
      <Link to="/verify" className="button button-main button-wide">
        {verify}
      </Link>
    </section>
  )
}

type CardsProps = { found: Found; read: () => Promise<void> }

const Cards = ({ found: { terms, account, newest }, read }: CardsProps) => {
  const open = newest && isOpen(newest)
  if (open) return <OpenCard check={newest} read={read} />
  return (
    <>
      {newest && <EndedCard check={newest} />}
      {!terms.offered && <NotOffered />}
      {terms.offered && account.verification.status !== 'verified' && <VerifyFirst />}
      {terms.offered && account.verification.status === 'verified' && (
        <>
          <WhatFor />
          <BeginCard terms={terms} isAgain={newest !== undefined} read={read} />
        </>
      )}
    </>
  )
}

/** A confirmation by face: what it is for, the consent of its own, where to do it, and what became of it, whenever one comes back. */
export const FacePage = () => {
  const texts = useTexts(faceTexts)
  const found = useResource('face', find, { polls: ({ newest }) => newest !== undefined && isOpen(newest) })
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={found}>{(value) => <Cards found={value} read={found.read} />}</Read>
      </div>
    </Page>
  )
}
