import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { List } from '../lists/list.tsx'
import type { Column } from '../lists/table.tsx'
import type { ListAsked, ListPage } from '../queue/queue.ts'
import { service } from '../service.ts'
import { useWords } from '../words/use-words.ts'
import { type CertificateRow, toneOf } from './certificate.ts'
import { certificateTexts, reasonWords, statusWords } from './texts.ts'

const PATH = '/console/certificates'

const askedIn = (query: URLSearchParams): { account?: string; app?: string } => {
  const [account, app] = [query.get('account'), query.get('app')]
  return { ...(account && { account }), ...(app && { app }) }
}

const readCertificates = async ({ cursor, limit, query, signal }: ListAsked): Promise<ListPage<CertificateRow>> => {
  const asked = { ...askedIn(query), limit, signal }
  const { items, ...rest } = await service().operator.certificates.list(asked).page(cursor)
  return { rows: items, ...rest }
}

const useColumns = (): readonly Column<CertificateRow>[] => {
  const texts = useTexts(certificateTexts)
  const word = useWords()
  return [
    { name: 'name', head: texts.name, cell: ({ name }) => <span className="wraps">{name}</span> },
    {
      name: 'status',
      head: texts.status,
      cell: ({ status }) => <Tag tone={toneOf(status)}>{word(statusWords, status)}</Tag>,
    },
    { name: 'reason', head: texts.reason, cell: ({ reason }) => reason !== null && word(reasonWords, reason) },
    { name: 'since', head: texts.since, cell: ({ since }) => <Time at={since} /> },
    {
      name: 'subject',
      head: texts.subject,
      wideOnly: true,
      cell: ({ organisation }) => <span className="wraps">{organisation?.name ?? texts.person}</span>,
    },
    { name: 'id', head: texts.id, wideOnly: true, cell: ({ id }) => <code>{groupedId(id)}</code> },
  ]
}

/** Certificates that people had in hand last; those of an account or an app, where the address says so. */
export const CertificatesPage = ({ query }: PageTold) => {
  const texts = useTexts(certificateTexts)
  const columns = useColumns()
  const { account, app } = askedIn(query)
  const isPart = account !== undefined || app !== undefined
  const lead = account !== undefined ? texts.ofAccount : app !== undefined ? texts.ofApp : texts.lead
  return (
    <Page title={texts.title} lead={lead} wide>
      <div className="stack below">
        {isPart && (
          <p>
            <Link to={PATH} className="standing">
              {texts.all}
            </Link>
          </p>
        )}
        <List
          name="certificates"
          path={PATH}
          query={query}
          list={readCertificates}
          columns={columns}
          keyOf={({ id }) => id}
          to={({ id }) => `${PATH}/${id}`}
          caption={texts.title}
          empty={isPart ? texts.noneThere : texts.none}
        />
      </div>
    </Page>
  )
}
