import { useSyncExternalStore } from 'react'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Id } from '../controls/id.tsx'
import { Table } from '../lists/table.tsx'
import { useMay } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import { found, pageOf } from './found.ts'
import { hitWords, searchTexts } from './texts.ts'

/** What was found last, where it was not one thing alone. */
export const SearchPage = () => {
  const texts = useTexts(searchTexts)
  const word = useWords()
  const may = useMay()
  const hits = useSyncExternalStore(found.subscribe, found.get)
  const isHidden = hits?.some((hit) => pageOf(hit, may) === undefined)
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        {isHidden && (
          <Banner>
            <p>{texts.notYours}</p>
          </Banner>
        )}
        <Table
          caption={texts.title}
          rows={hits ?? []}
          columns={[
            { name: 'kind', head: texts.kind, cell: ({ kind }) => word(hitWords, kind) },
            { name: 'id', head: texts.id, cell: ({ id }) => <Id label={texts.id} text={id} /> },
            {
              name: 'account',
              head: texts.account,
              cell: ({ accountId }) => accountId && <Id label={texts.account} text={accountId} />,
            },
          ]}
          keyOf={({ kind, id, channel }) => `${kind} ${channel} ${id}`}
          to={(hit) => pageOf(hit, may)}
          empty={hits ? texts.nothing : texts.begin}
        />
      </div>
    </Page>
  )
}
