import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { Table } from '../lists/table.tsx'
import { purposeWords } from '../words/consent-words.ts'
import { useWords } from '../words/use-words.ts'
import { verificationWords } from '../words/verification-words.ts'
import type { Case } from './account-facts.tsx'
import { accountTexts, evidenceWords } from './texts.ts'

/** What is proven of an account, and by whom. */
export const Evidence = ({ of }: { of: Case }) => {
  const texts = useTexts(accountTexts)
  const word = useWords()
  const { evidence } = of.verification
  return (
    <section className="card stack">
      <h2>{texts.evidence}</h2>
      {evidence.length === 0 && <p className="quiet">{texts.noEvidence}</p>}
      {evidence.map(({ kind, source, provenAt, validUntil, status }) => (
        <Facts
          key={source}
          of={[
            [
              word(evidenceWords, kind),
              <Tag key="status" tone={status === 'valid' ? 'good' : 'warn'}>
                {status === 'valid' ? texts.valid : texts.over}
              </Tag>,
            ],
            [texts.source, word(evidenceWords, source)],
            [texts.provenAt, <Time key="at" at={provenAt} />],
            [texts.validUntil, validUntil !== null && <Time at={validUntil} />],
          ]}
        />
      ))}
    </section>
  )
}

/** What was checked, the newest first. */
export const Verifications = ({ of }: { of: Case }) => {
  const texts = useTexts(accountTexts)
  const word = useWords()
  return (
    <section className="stack">
      <h2>{texts.verifications}</h2>
      <Table
        caption={texts.verifications}
        rows={of.verifications}
        columns={[
          { name: 'status', head: texts.status, cell: ({ status }) => word(verificationWords, status) },
          { name: 'at', head: texts.submittedAt, cell: ({ createdAt }) => <Time at={createdAt} /> },
          { name: 'id', head: texts.verification, cell: ({ id }) => <Id label={texts.verification} text={id} /> },
        ]}
        keyOf={({ id }) => id}
        to={({ orderId }) => `/console/orders/${orderId}`}
        empty={texts.noVerifications}
      />
    </section>
  )
}

/** What was agreed to, the newest first. */
export const Consents = ({ of: { consents } }: { of: Case }) => {
  const texts = useTexts(accountTexts)
  const word = useWords()
  return (
    <section className="card stack">
      <h2>{texts.consents}</h2>
      {consents.length === 0 && <p className="quiet">{texts.noConsents}</p>}
      <Facts
        of={consents.map(({ id, purpose, notice, agreedAt }) => [
          word(purposeWords, purpose),
          <span key={id}>
            {notice} · <Time at={agreedAt} />
          </span>,
        ])}
      />
    </section>
  )
}
