import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { settingTexts } from './texts.ts'

type InForce = Answer<'GET /v1/operator/settings'>
type Setting = InForce['settings'][number]

const written = (value: Setting['value']): string => (typeof value === 'string' ? value : JSON.stringify(value))

type SettingsProps = { heading: string; empty: string; of: readonly Setting[]; withDefault?: boolean }

const Settings = ({ heading, empty, of, withDefault = false }: SettingsProps) => {
  const texts = useTexts(settingTexts)
  const byDefault = {
    name: 'default',
    head: texts.default,
    cell: (one: Setting) => <code className="setting">{written(one.byDefault)}</code>,
  }
  return (
    <section className="stack">
      <h2>{heading}</h2>
      <Table
        caption={heading}
        rows={of}
        columns={[
          { name: 'name', head: texts.name, cell: ({ name }) => <code>{name}</code> },
          { name: 'value', head: texts.value, cell: ({ value }) => <code className="setting">{written(value)}</code> },
          ...(withDefault ? [byDefault] : []),
          { name: 'unit', head: texts.unit, cell: ({ unit }) => unit },
          { name: 'is', head: texts.is, cell: ({ is }) => <span className="wraps">{is}</span> },
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
