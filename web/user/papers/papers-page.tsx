import { useState } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { GoOnByPhone } from '../scan/go-on-by-phone.tsx'
import { stepNamed } from './draft/step.ts'
import { findPapers } from './find-papers.ts'
import { accountObstacle, PapersBarPage, PapersObstaclePage } from './handing/bar-page.tsx'
import { PapersForm } from './papers-form.tsx'
import { PapersSteps } from './steps/papers-steps.tsx'
import { papersTexts } from './texts.ts'

/** Has a person look at somebody's papers, where no machine can verify them; or what stands in the way of that. */
export const PapersPage = ({ query }: PageTold) => {
  const texts = useTexts(papersTexts)
  /** Somebody goes on on a phone: the case they open there comes up here. */
  const [isOnPhone, setOnPhone] = useState(false)
  const found = useResource('papers', findPapers, { polls: ({ open }) => isOnPhone && open === undefined })
  const known = found.known.is === 'ok' ? found.known.value : undefined
  const stale = (
    <div className="below">
      <Read of={found}>{() => null}</Read>
    </div>
  )
  if (!known)
    return (
      <Page title={texts.title} lead={texts.lead}>
        <PapersSteps now="document" />
        {stale}
      </Page>
    )
  const { account, open } = known
  const byBank = query.get('proof') === 'bank'
  if (accountObstacle(account, byBank)) return <PapersObstaclePage account={account} />
  if (open !== undefined)
    return <PapersBarPage bar={{ code: 'papers_open' }} open={open} returnTo={account.returnTo} onBack={() => {}} />
  return (
    <PapersForm
      found={known}
      wantedStep={stepNamed(query.get('step'))}
      document={query.get('document')}
      byBank={byBank}
      read={found.read}
    >
      {stale}
      {stepNamed(query.get('step')) === 'document' && (
        <GoOnByPhone
          to={byBank ? '/papers?proof=bank' : '/papers'}
          onTaken={() => {
            setOnPhone(true)
            void found.read()
          }}
        />
      )}
    </PapersForm>
  )
}
