import { useSyncExternalStore } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Id } from '../controls/id.tsx'
import { Table } from '../lists/table.tsx'
import { useWords } from '../words/word.ts'
import { found, type Hit, pageOf } from './found.ts'
import { hitWords, searchTexts } from './texts.ts'

/** What has no page of its own leads to all that there is to find. */
const addressOf = (hit: Hit): string => pageOf(hit) ?? '/console/search'

/** What was found last, where it was not one thing alone. */
export const SearchPage = () => {
  const texts = useTexts(searchTexts)
  const word = useWords()
  const hits = useSyncExternalStore(found.subscribe, found.get)
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
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
          to={addressOf}
          empty={hits ? texts.nothing : texts.begin}
        />
      </div>
    </Page>
  )
}
