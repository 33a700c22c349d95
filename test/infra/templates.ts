import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import { synthesize } from '../../infra/app.ts'
import type { Bundles } from '../../infra/bundle.ts'
import type { Inputs, Stage } from '../../infra/config.ts'
import { functions } from '../../infra/functions.ts'
import type { Plan } from '../../infra/plan.ts'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

export type Resource = {
  stack: string
  id: string
  type: string
  /** With references between stacks followed: `data/Table…`, `data/DataKey….Arn`. */
  properties: { [name: string]: Json }
  /** `Retain` if it outlives its stack. */
  deletion: string | undefined
}

export type Templates = {
  app: App
  plan: Plan
  /** Of all stacks together, and of each. */
  text: string
  texts: ReadonlyMap<string, string>
  stacks: string[]
  resources: Resource[]
}

type Template = {
  Resources: Record<string, { Type: string; Properties?: object; DeletionPolicy?: string }>
  Outputs?: Record<string, Output>
}
type Output = { Value: Json; Export?: { Name: string } }

const isRecord = (value: unknown): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Follows Ref, GetAtt, Join and ImportValue to names that can be compared. */
const followed = (value: unknown, stack: string, exported: Map<string, Json>): Json => {
  if (Array.isArray(value)) return value.map((one) => followed(one, stack, exported))
  if (!isRecord(value)) return typeof value === 'string' || typeof value === 'number' ? value : value === true
  if (typeof value.Ref === 'string') return value.Ref.startsWith('AWS::') ? `{${value.Ref}}` : `${stack}/${value.Ref}`
  if (Array.isArray(value['Fn::GetAtt'])) return `${stack}/${value['Fn::GetAtt'].join('.')}`
  if (typeof value['Fn::ImportValue'] === 'string') return exported.get(value['Fn::ImportValue']) ?? null
  const join = value['Fn::Join']
  if (Array.isArray(join) && Array.isArray(join[1])) {
    return join[1].map((part) => followed(part, stack, exported)).join(String(join[0]))
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, followed(one, stack, exported)]))
}

const read = (folder: string): [string, Template, string][] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [file.slice(file.indexOf('-', 'shiming-'.length) + 1, -'.template.json'.length), JSON.parse(text), text]
    })

const exportsOf = (templates: [string, Template, string][]): Map<string, Json> =>
  new Map(
    templates.flatMap(([stack, { Outputs = {} }]) =>
      Object.values(Outputs).flatMap(({ Export, Value }): [string, Json][] =>
        Export ? [[Export.Name, followed(Value, stack, new Map())]] : [],
      ),
    ),
  )

const emptyCode = (folder: string): Bundles => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => {}')
  const bundle = { folder, staticBytes: 0, ownBytes: 0, sources: [] }
  return new Map(Object.keys(functions).map((name) => [name, bundle]))
}

export const ofType = ({ resources }: Templates, type: string): Resource[] =>
  resources.filter((one) => one.type === type)

/** The name on AWS of a part of the sandbox. */
export const named = (part: string): string => `shiming-sandbox-${part}`

/** The name of the function that is resource `<stack>/<id>`. */
export const functionAt = (templates: Templates, at: string): Json | undefined =>
  ofType(templates, 'AWS::Lambda::Function').find((one) => `${one.stack}/${one.id}` === at)?.properties.FunctionName

const make = async (stage: Stage, inputs: Inputs): Promise<Templates> => {
  const folder = mkdtempSync(join(tmpdir(), 'shiming-templates-'))
  try {
    const code = join(folder, 'code')
    const { app, plan } = await synthesize({
      stage,
      inputs,
      outdir: join(folder, 'out'),
      bundles: emptyCode(code),
    })
    const templates = read(join(folder, 'out'))
    const exported = exportsOf(templates)
    const resources = templates.flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).map(([id, { Type, Properties, DeletionPolicy }]): Resource => {
        const properties = followed(Properties ?? {}, stack, exported)
        return { stack, id, type: Type, properties: isRecord(properties) ? properties : {}, deletion: DeletionPolicy }
      }),
    )
    const texts = new Map(templates.map(([stack, , text]) => [stack, text]))
    return { app, plan, resources, stacks: [...texts.keys()], texts, text: [...texts.values()].join('\n') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const made = new Map<string, Promise<Templates>>()

/**
 * The templates of a stage, made with empty code in a folder that is gone afterwards. Each is made once for all tests, which must leave it
 * as it is.
 */
export const templatesOf = (stage: Stage, inputs: Inputs = {}): Promise<Templates> => {
  const asked = JSON.stringify([stage, Object.entries(inputs).toSorted()])
  const found = made.get(asked) ?? make(stage, inputs)
  made.set(asked, found)
  return found
}
