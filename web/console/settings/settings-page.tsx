import type { Answer } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { settingsInChinese, unitsInChinese } from './setting-words.ts'
import { saidOf } from './shown-value.ts'
import { settingTexts } from './texts.ts'

type InForce = Answer<'GET /v1/operator/settings'>
type Setting = InForce['settings'][number]

const written = (value: Setting['value']): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A value as people say it, with what is set beside it. */
const Value = ({ value, unit }: { value: Setting['value']; unit: string }) => {
  const said = saidOf(value, unit, useLanguage())
  const raw = <code className={said === undefined ? 'setting' : 'setting quiet'}>{written(value)}</code>
  return said === undefined ? (
    raw
  ) : (
    <span className="tight">
      <span>{said}</span> {raw}
    </span>
  )
}

type SettingsProps = { heading: string; empty: string; of: readonly Setting[]; withDefault?: boolean }

const Settings = ({ heading, empty, of, withDefault = false }: SettingsProps) => {
  const language = useLanguage()
  const texts = useTexts(settingTexts)
  const inChinese = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
    language === 'zh' ? table[key] : undefined
  const byDefault = {
    name: 'default',
    head: texts.default,
    cell: ({ byDefault: value, unit }: Setting) => <Value value={value} unit={unit} />,
  }
  return (
    <section className="stack">
      <h2>{heading}</h2>
      <Table
        caption={heading}
        rows={of}
        columns={[
          { name: 'name', head: texts.name, cell: ({ name }) => <code>{name}</code> },
          { name: 'value', head: texts.value, cell: ({ value, unit }) => <Value value={value} unit={unit} /> },
          ...(withDefault ? [byDefault] : []),
          { name: 'unit', head: texts.unit, cell: ({ unit }) => inChinese(unitsInChinese, unit) ?? unit },
          {
            name: 'is',
            head: texts.is,
            cell: ({ name, is }) => <span className="wraps">{inChinese(settingsInChinese, name) ?? is}</span>,
          },
        ]}
        keyOf={({ name }) => name}
        empty={empty}
      />
    </section>
  )
}

const Secrets = ({ of }: { of: InForce['secrets'] }) => {
  const texts = useTexts(settingTexts)
  return (
    <section className="stack">
      <h2>{texts.secrets}</h2>
      <Table
        caption={texts.secrets}
        rows={of}
        columns={[
          { name: 'name', head: texts.name, cell: ({ name }) => <code>{name}</code> },
          { name: 'storedAs', head: texts.storedAs, cell: ({ storedAs }) => storedAs ?? texts.notUsed },
        ]}
        keyOf={({ name }) => name}
        empty=""
      />
    </section>
  )
}

/** What this deployment runs with: first what somebody set. */
export const SettingsPage = () => {
  const texts = useTexts(settingTexts)
  const inForce = useResource('settings', (signal) => service().operator.settings({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <Read of={inForce}>
        {({ settings, secrets }) => {
          const set = settings.filter(({ differs }) => differs)
          const others = settings.filter(({ differs }) => !differs)
          return (
            <div className="stack below">
              <Settings heading={texts.differing(set.length)} empty={texts.none} of={set} withDefault />
              <Settings heading={texts.byDefault(others.length)} empty="" of={others} />
              <Secrets of={secrets} />
            </div>
          )
        }}
      </Read>
    </Page>
  )
}
