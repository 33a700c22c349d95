import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { SECOND } from '../../shared/kernel/time.ts'
import { type BucketSpec, bucketUrl } from './buckets.ts'
import { arnOf } from './names.ts'
import { TemplateError } from './resolve.ts'
import type { World } from './world.ts'

/** A Lambda function as it is run here. */
export type FunctionSpec = {
  name: string
  nameOnAws: string
  arn: string
  /** ARN of the role it runs under. */
  role: string
  /** ARN of the log group it writes to; `:*` stands for its streams. */
  logGroup: string
  region: string
  /** Where its code is, and what was built with it. */
  folder: string
  /** The module to import and the name it exports the handler under. */
  module: string
  handler: string
  timeoutMs: Millis
  memoryMb: number
  env: Record<string, string>
}

const properties = z.object({
  Role: z.string(),
  LoggingConfig: z.optional(z.object({ LogGroup: z.optional(z.string()) })),
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Timeout: z._default(z.number(), 3),
  MemorySize: z._default(z.number(), 128),
  Environment: z.optional(z.object({ Variables: z.optional(z.record(z.string(), z.string())) })),
})

const LOG_GROUP = 'AWS::Logs::LogGroup'

const moduleOf = (path: string): string => (existsSync(`${path}.mjs`) ? `${path}.mjs` : `${path}.js`)

/** Every function of the templates. Throws TemplateError if one has no code among the assets. */
export const readFunctions = (world: World): FunctionSpec[] =>
  world.ofType('AWS::Lambda::Function').map((resource) => {
    const { Role, LoggingConfig, Code, Handler, Timeout, MemorySize, Environment } = world.read(resource, properties)
    const { name, label, arn, stack, at } = resource
    const folder = stack.assets.get(Code.S3Key)
    if (folder === undefined) throw new TemplateError(`stack ${stack.name}, ${at}: no asset ${Code.S3Key}`)
    const dot = Handler.lastIndexOf('.')
    return {
      name: label,
      nameOnAws: name,
      arn,
      role: Role,
      logGroup: arnOf(stack, LOG_GROUP, LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`),
      region: stack.region,
      folder,
      module: moduleOf(join(folder, Handler.slice(0, dot))),
      handler: Handler.slice(dot + 1),
      timeoutMs: Timeout * SECOND,
      memoryMb: MemorySize,
      env: { ...Environment?.Variables },
    }
  })

/** The address that the templates were synthesized with, as any function has it; undefined where none has. */
export const synthesizedUrl = (functions: readonly FunctionSpec[]): string | undefined =>
  functions.map((fn) => fn.env.PUBLIC_URL).find((url) => url !== undefined && url !== '')

/** Replaces an address wherever it occurs in an environment. */
const withAddress = (functions: readonly FunctionSpec[], from: string, to: string): FunctionSpec[] =>
  functions.map((fn) => ({
    ...fn,
    env: Object.fromEntries(Object.entries(fn.env).map(([name, value]) => [name, value.replaceAll(from, to)])),
  }))

/** Moves the public address: the templates carry the one they were synthesized with, the engine has its own. */
export const withPublicUrl = (functions: readonly FunctionSpec[], publicUrl: string): FunctionSpec[] => {
  const synthesized = synthesizedUrl(functions)
  return synthesized === undefined ? [...functions] : withAddress(functions, synthesized, publicUrl)
}

/** Moves the addresses of buckets to the one door that the engine has for all of them. */
export const withBucketsHere = (
  functions: readonly FunctionSpec[],
  buckets: readonly Pick<BucketSpec, 'domain' | 'nameOnAws'>[],
  publicUrl: string,
): FunctionSpec[] =>
  buckets.reduce<FunctionSpec[]>(
    (moved, { domain, nameOnAws }) => withAddress(moved, `https://${domain}`, bucketUrl(publicUrl, nameOnAws)),
    [...functions],
  )

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects are merged member by member, everything else is replaced. */
const merged = (base: Json, over: Json): Json => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(over).map(([name, value]) => {
      const below = base[name]
      return [name, isObject(below) && isObject(value) ? merged(below, value) : value]
    }),
  ),
})

/** Variables that hold a JSON object of settings. */
export type Overrides = { SETTINGS?: Json; SANDBOX_SETTINGS?: Json }

/** Lays settings over those in the variables of that name, in every function that has the variable. */
export const withSettings = (functions: readonly FunctionSpec[], overrides: Overrides): FunctionSpec[] =>
  functions.map((fn) => {
    const changed = Object.entries(overrides).flatMap(([variable, over]) => {
      const base = fn.env[variable]
      return base === undefined || over === undefined
        ? []
        : [[variable, JSON.stringify(merged(JSON.parse(base), over))]]
    })
    return { ...fn, env: { ...fn.env, ...Object.fromEntries(changed) } }
  })
