import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Filters } from '../lists/filters.tsx'
import { List } from '../lists/list.tsx'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import { channels, runAddress, runColumns, runKey } from './reconciliation-queue.tsx'
import { reconciliationTexts } from './texts.ts'

const PATH = '/console/reconciliations'

/** Every day of a channel that was held against the ledger, the newest first. */
export const ReconciliationsPage = ({ query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(reconciliationTexts)
  const channel = channels.find((one) => one === query.get('channel')) ?? channels[0]
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        <Filters
          path={PATH}
          query={query}
          filters={[
            {
              name: 'channel',
              label: texts.channel,
              options: channels.map((value) => ({ value, text: wordIn(channelWords, value, language) })),
            },
          ]}
        />
        <List
          name="reconciliations"
          path={PATH}
          query={query}
          list={async ({ cursor, limit, signal }) => {
            const { items, ...rest } = await service()
              .operator.reconciliations.list(channel, { limit, signal })
              .page(cursor)
            return { rows: items, ...rest }
          }}
          columns={runColumns(language).filter(({ name }) => name !== 'channel')}
          keyOf={runKey}
          to={runAddress}
          caption={texts.title}
          empty={texts.none}
        />
      </div>
    </Page>
  )
}
