import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod/mini'

/** A resource as the template has it; its properties still hold intrinsic functions. */
export type RawResource = { type: string; properties: unknown }

/** One synthesized stack. */
export type Stack = {
  name: string
  region: string
  account: string
  resources: ReadonlyMap<string, RawResource>
  /** Default values of the template's parameters. */
  parameters: ReadonlyMap<string, unknown>
  /** Value of each export this stack makes, unresolved; names may hold intrinsic functions too. */
  exports: readonly { name: unknown; value: unknown }[]
  /** Where the content of a file asset lies, by its object key in the bootstrap bucket. */
  assets: ReadonlyMap<string, string>
}

const artifact = z.object({
  type: z.string(),
  environment: z.optional(z.string()),
  properties: z.optional(z.looseObject({})),
})
const manifest = z.object({ artifacts: z.record(z.string(), artifact) })
const stackProperties = z.object({ templateFile: z.string(), stackName: z.optional(z.string()) })
const assetProperties = z.object({ file: z.string() })
const nestedProperties = z.object({ directoryName: z.string() })
const template = z.object({
  Resources: z.optional(z.record(z.string(), z.object({ Type: z.string(), Properties: z.optional(z.unknown()) }))),
  Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))),
  Outputs: z.optional(
    z.record(z.string(), z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.unknown() })) })),
  ),
})
const assetFile = z.object({
  files: z.optional(
    z.record(
      z.string(),
      z.object({
        source: z.object({ path: z.optional(z.string()) }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    ),
  ),
})

const readJson = <S extends z.core.$ZodType>(schema: S, file: string): z.core.output<S> => {
  try {
    return z.parse(schema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Error(`${file} is not what a cloud assembly holds there: ${String(error)}`)
  }
}

const ENVIRONMENT = /^aws:\/\/([^/]+)\/([^/]+)$/

/** An app that is not bound to an account or a region still runs here. */
const placeOf = (environment: string | undefined): { account: string; region: string } => {
  const [, account = '', region = ''] = ENVIRONMENT.exec(environment ?? '') ?? []
  return {
    account: /^\d{12}$/.test(account) ? account : '000000000000',
    region: region && region !== 'unknown-region' ? region : 'us-east-1',
  }
}

const readAssets = (folder: string, files: readonly string[]): Map<string, string> => {
  const assets = new Map<string, string>()
  for (const name of files) {
    for (const file of Object.values(readJson(assetFile, join(folder, name)).files ?? {})) {
      if (file.source.path === undefined) continue
      for (const { objectKey } of Object.values(file.destinations))
        assets.set(objectKey, resolve(folder, file.source.path))
    }
  }
  return assets
}

const readStack = (file: string, place: Pick<Stack, 'name' | 'region' | 'account' | 'assets'>): Stack => {
  const { Resources = {}, Parameters = {}, Outputs = {} } = readJson(template, file)
  const resources = Object.entries(Resources).map(([id, { Type, Properties }]): [string, RawResource] => [
    id,
    { type: Type, properties: Properties ?? {} },
  ])
  return {
    ...place,
    resources: new Map(resources),
    parameters: new Map(Object.entries(Parameters).map(([name, { Default }]) => [name, Default])),
    exports: Object.values(Outputs).flatMap(({ Value, Export }) =>
      Export ? [{ name: Export.Name, value: Value }] : [],
    ),
  }
}

/** Reads every stack of a cloud assembly, nested assemblies (CDK stages) included. Throws if the folder holds none. */
export const readAssembly = (folder: string): Stack[] => {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder} holds no cloud assembly (no manifest.json)`)
  const { artifacts } = readJson(manifest, join(folder, 'manifest.json'))
  const all = Object.entries(artifacts)
  const ofType = (type: string) => all.filter(([, found]) => found.type === type)
  const assetFiles = ofType('cdk:asset-manifest').map(([, { properties }]) => z.parse(assetProperties, properties).file)
  const assets = readAssets(folder, assetFiles)
  const own = ofType('aws:cloudformation:stack').map(([id, { properties, environment }]) => {
    const { templateFile, stackName } = z.parse(stackProperties, properties)
    return readStack(join(folder, templateFile), { name: stackName ?? id, ...placeOf(environment), assets })
  })
  const nested = ofType('cdk:cloud-assembly').flatMap(([, { properties }]) =>
    readAssembly(join(folder, z.parse(nestedProperties, properties).directoryName)),
  )
  return [...own, ...nested]
}
