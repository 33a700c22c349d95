import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { Banned } from '../banned/banned.tsx'
import { PapersEntrance } from '../papers/entrance.tsx'
import { GoOnByPhone } from '../scan/go-on-by-phone.tsx'
import { isChecking, mayHandInAgain } from './document.ts'
import { DocumentForm } from './document-form.tsx'
import { type Found, findDocuments } from './find-documents.ts'
import { handedIn } from './handed-in.ts'
import { OutcomeCard } from './outcome-card.tsx'
import { stepNamed } from './step.ts'
import { documentTexts } from './texts.ts'

const NotOffered = () => {
  const texts = useTexts(documentTexts)
  return (
    <section className="card stack">
      <h2>{texts.notOffered}</h2>
      <p>{texts.notOfferedMore}</p>
      <PapersEntrance kind="main">{texts.toPapers}</PapersEntrance>
      <Link to="/account" className="button button-wide">
        {texts.toAccount}
      </Link>
    </section>
  )
}

/** Whether there is nothing to photograph now. Of who is nobody yet the front is read wherever there is nothing to check it with. */
const isOver = ({ terms, account, newest }: Found): boolean =>
  account.ban !== null ||
  (!terms.offered && account.verification.status === 'verified') ||
  (newest !== undefined && isChecking(newest))

type OverviewProps = { found: Found; onAgain: () => void }

/** How the account stands, where nothing is being photographed. */
const Overview = ({ found, onAgain }: OverviewProps) => {
  const texts = useTexts(documentTexts)
  const { terms, account, newest } = found
  // The one thing to do, unless it proves something or a person is to look.
  const isMain = newest?.status === 'refused' && newest.remedy !== 'ask_a_person'
  return (
    <>
      {newest && <OutcomeCard check={newest} />}
      {account.ban !== null && (
        <section className="card stack">
          <Banned ban={account.ban} />
        </section>
      )}
      {account.ban === null && !terms.offered && <NotOffered />}
      {newest && !isOver(found) && (
        <section className="card stack">
          <h2>{newest.status === 'proven' ? texts.newerCard : texts.tryAgain}</h2>
          {newest.status === 'proven' && <p>{texts.newerCardMore}</p>}
          <Button {...(isMain && { kind: 'main' as const })} wide onPress={onAgain}>
            {mayHandInAgain(newest) && handedIn.get() ? texts.handInAgain : texts.photographAnew}
          </Button>
        </section>
      )}
    </>
  )
}

/** X1 both sides of the identity card: photographed, read at once, looked over, handed in; and what became of it. */
export const DocumentPage = ({ query }: PageTold) => {
  const texts = useTexts(documentTexts)
  /** Somebody photographs on a phone: what comes after that check is from there. */
  const [onPhone, setOnPhone] = useState<{ after: string | undefined }>()
  const found = useResource('document', findDocuments, {
    polls: ({ newest }) =>
      newest?.id === onPhone?.after ? onPhone !== undefined : newest !== undefined && isChecking(newest),
  })
  /** The check after which somebody begins anew. */
  const [after, setAfter] = useState<string>()
  const known = found.known.is === 'ok' ? found.known.value : undefined
  const stale = (
    <div className="below">
      <Read of={found}>{() => null}</Read>
    </div>
  )
  const isForm = known && !isOver(known) && (known.newest === undefined || known.newest.id === after)
  if (isForm)
    return (
      <DocumentForm
        key={`${known.newest?.id} ${known.account.verification.status}`}
        found={known}
        wanted={stepNamed(query.get('step'))}
        read={found.read}
      >
        {stale}
        {stepNamed(query.get('step')) === 'begin' && (
          <GoOnByPhone
            to="/document"
            onTaken={() => {
              setOnPhone({ after: known.newest?.id })
              void found.read()
            }}
          />
        )}
      </DocumentForm>
    )
  return (
    <Page title={texts.title} lead={texts.overviewLead} over={known !== undefined}>
      <div className="stack below">
        <Read of={found}>{(value) => <Overview found={value} onAgain={() => setAfter(value.newest?.id)} />}</Read>
      </div>
    </Page>
  )
}
