import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { App, Tags, Validations } from 'aws-cdk-lib'
import { pageRoutes } from '../functions/pages/pages.route.ts'
import { queues } from '../functions/queues.ts'
import { routes } from '../functions/routes.ts'
import { schedules } from '../functions/schedules.ts'
import { runCommand } from '../shared/command/run-command.ts'
import { unusedSecrets } from './accounts.ts'
import type { Bundles, Weight } from './bundle.ts'
import { bundleFunctions } from './bundle-functions.ts'
import { type Inputs, inputsIn, type Stage } from './config.ts'
import type { Override } from './given-settings.ts'
import { parametersOnAws } from './parameter-store.ts'
import { type Plan, planFor, type Tables } from './plan.ts'
import { acceptedConfig, acceptedStage } from './refusals.ts'
import { overridesTold } from './settings-in-force.ts'
import type { Site } from './site.ts'
import { mapsOf } from './source-maps.ts'
import { apiStack } from './stacks/api.ts'
import { capabilityStack } from './stacks/capability.ts'
import { dataStack } from './stacks/data.ts'
import { edgeStack } from './stacks/edge.ts'

export type Options = Partial<Tables> & {
  stage: Stage
  /** Where the templates and the code of the functions go. */
  outdir: string
  inputs?: Inputs
  /** Ready bundles instead of building them; their maps are put there by whoever built them. */
  bundles?: Bundles
  /**
   * For AWS and not for this machine: the sandbox must have a real address and a tester key, and the templates are held
   * against CloudFormation's schema and cdk-nag, which takes a second.
   */
  deployed?: boolean
}

/** What was synthesized: the templates, assets and source maps in `outdir`, the weight of each function, and the settings that differ. */
export type Synthesized = {
  app: App
  outdir: string
  plan: Plan
  weights: ReadonlyMap<string, Weight>
  overrides: readonly Override[]
}

const context = {
  '@aws-cdk/core:target-partitions': ['aws', 'aws-cn'],
  '@aws-cdk/aws-iam:minimizePolicies': true,
  // Exports and imports: what another stack uses cannot be deleted.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // Says in the template which folder a function's code is in.
  'aws:cdk:enable-asset-metadata': true,
}

const newApp = async ({ outdir, deployed = false }: Options): Promise<App> => {
  const app = new App({
    outdir,
    postCliContext: context,
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
    autoSynth: false,
    builtinCloudFormationValidation: deployed,
  })
  if (deployed) Validations.of(app).addPlugins(new (await import('cdk-nag')).AwsSolutionsChecks())
  return app
}

/** CloudFormation in China refuses tags of a dashboard. */
const UNTAGGED = ['AWS::CloudWatch::Dashboard']

const stacks = (app: App, site: Site): void => {
  const data = dataStack(app, site)
  const api = apiStack(app, site)
  const capabilities = site.plan.capabilities.map((capability) => capabilityStack(app, site, capability, data, api))
  const edge = edgeStack(app, site, api)
  for (const stack of capabilities) edge.addStackDependency(stack, 'the stage publishes every route at once')
  for (const [tag, value] of Object.entries({ service: 'shiming', stage: site.config.stage }))
    Tags.of(app).add(tag, value, { excludeResourceTypes: UNTAGGED })
}

const builtIn = async (folder: string, plan: Plan, outdir: string): Promise<Bundles> => {
  const names = plan.capabilities.flatMap((capability) => capability.functions.map((fn) => fn.name))
  // Those of another time would answer for code that is not here.
  await rm(mapsOf(outdir), { recursive: true, force: true })
  return bundleFunctions(names, folder, mapsOf(outdir))
}

const folderIn = (bundles: Bundles, name: string): string => {
  const found = bundles.get(name)
  if (!found) throw new Error(`${name} was not bundled`)
  return found.folder
}

/**
 * Makes the templates of a stage and the code of its functions. Throws a ConfigError if the stage may not be built with
 * these inputs. Touches nothing but `outdir`.
 */
export const synthesize = async (options: Options): Promise<Synthesized> => {
  const inputs = options.inputs ?? {}
  const config = acceptedConfig(options.stage, inputs, options.deployed ?? false, await parametersOnAws(inputs))
  const tables = {
    routes: options.routes ?? [...routes, ...pageRoutes],
    queues: options.queues ?? queues,
    schedules: options.schedules ?? schedules,
  }
  const plan = planFor(tables, options.stage, unusedSecrets(config.secrets))
  const outdir = resolve(options.outdir)
  await mkdir(outdir, { recursive: true })
  // On the disk of the maps, which are moved.
  const scratch = await mkdtemp(join(outdir, 'bundles-'))
  try {
    const bundles = options.bundles ?? (await builtIn(scratch, plan, outdir))
    const app = await newApp(options)
    const name = (part: string) => `shiming-${config.stage}-${part}`
    stacks(app, { config, plan, name, folderOf: (fn) => folderIn(bundles, fn) })
    return { app, outdir: app.synth().directory, plan, weights: bundles, overrides: config.overrides }
  } finally {
    await rm(scratch, { recursive: true })
  }
}

const synthCommand = {
  call: 'npm run synth',
  does: 'Writes the templates of a stage and the code of its functions into cdk.out; the CDK does it by this too.',
  flags: {},
  more: [
    'Environment variables say what: STAGE (sandbox unless it is production), PUBLIC_URL and the others of',
    'docs/deploying.md. What is missing or must not be so is named.',
  ].join('\n'),
}

/** What is given by -c to the CDK counts more than the environment. */
const runSynthesis = async (): Promise<void> => {
  const variables: Record<string, string | undefined> = {
    ...process.env,
    ...JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}'),
  }
  const { overrides } = await synthesize({
    stage: acceptedStage(variables.STAGE),
    outdir: variables.CDK_OUTDIR ?? 'cdk.out',
    inputs: inputsIn(variables),
    deployed: true,
  })
  for (const line of overridesTold(overrides)) console.error(line)
}

if (import.meta.main) await runCommand(synthCommand, runSynthesis)
