import { MINUTE } from '../../../shared/kernel/time.ts'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { GonePage } from '../apps/gone-page.tsx'
import { FormerNamesCard, HistoryCard } from '../certificates/history-card.tsx'
import { AppealCard } from './appeal-card.tsx'
import { type Found, findOwn } from './own.ts'
import { PutCard } from './put-card.tsx'
import { RenewalCard } from './renewal-card.tsx'
import { StandingCard } from './standing-card.tsx'
import { ownCertificateTexts } from './texts.ts'
import { WatchedPageCard } from './watched-page-card.tsx'

type CardsProps = { found: Found; onChanged: () => Promise<void> }

const NoneCard = ({ app }: { app: Found['app'] }) => {
  const texts = useTexts(ownCertificateTexts)
  return (
    <section className="card stack">
      <h2>{texts.none}</h2>
      <p>{texts.noneMore}</p>
      <Link to={`/developer/apps/${app.id}/certification`} className="button button-main button-wide">
        {texts.apply}
      </Link>
    </section>
  )
}

const Cards = ({ found: { app, own }, onChanged }: CardsProps) => {
  if (!own) return <NoneCard app={app} />
  return (
    <>
      <StandingCard of={own} />
      <AppealCard app={app.id} of={own.appeal} />
      <RenewalCard app={app} of={own} />
      {own.answer !== 'revoked' && <PutCard of={own} />}
      {own.answer !== 'revoked' && <WatchedPageCard app={app.id} of={own.page} onChanged={onChanged} />}
      <FormerNamesCard of={own} />
      <HistoryCard of={own} />
    </>
  )
}

/** W7 the certificate of an app as its administrator sees it: how it stands, how it is renewed and shown, and how to appeal. */
export const OwnCertificatePage = ({ params }: PageTold) => {
  const texts = useTexts(ownCertificateTexts)
  const id = params.id ?? ''
  const found = useResource(`certificate of ${id}`, (signal) => findOwn(id, signal), {
    polls: ({ own }) => own !== undefined,
    every: MINUTE,
  })
  const { known } = found
  if (known.is === 'failed' && isProblem(known.error, 'not_found')) return <GonePage />
  return (
    <Page title={known.is === 'ok' ? texts.titleOf(known.value.app.name) : texts.title}>
      <div className="stack below">
        <Read of={found}>{(value) => <Cards found={value} onChanged={found.read} />}</Read>
        <Link to={`/developer/apps/${id}`} className="standing">
          {texts.toApp}
        </Link>
      </div>
    </Page>
  )
}
