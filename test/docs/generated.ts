import { keyedRoutes, typesOf } from '../../clients/typescript/generate.ts'
import { openApiText } from '../../infra/openapi/document.ts'
import { analyticsPage } from './analytics-page.ts'
import { cliPage } from './cli-page.ts'
import { errorsPage } from './errors-page.ts'
import { eventsPage } from './events-page.ts'
import { limitsPage } from './limits-page.ts'
import { rulesIndex } from './rules-index.ts'
import { sandboxPage } from './sandbox-page.ts'
import { sensitiveStepsPage } from './sensitive-steps-page.ts'
import { settingsPage } from './settings-page.ts'
import { statesPage } from './states-page.ts'

/** What of the typed client is made of the API's descriptions. */
const CLIENT = 'clients/typescript/src/generated'

/** What is made from code: each file by its path from the root, and what belongs in it. */
export const generated: readonly { file: string; make: () => string | Promise<string> }[] = [
  { file: 'docs/analytics.md', make: analyticsPage },
  { file: 'docs/cli.md', make: cliPage },
  { file: 'docs/errors.md', make: errorsPage },
  { file: 'docs/events.md', make: eventsPage },
  { file: 'docs/openapi.json', make: () => openApiText('service') },
  { file: 'docs/openapi.sandbox.json', make: () => openApiText('sandbox') },
  { file: `${CLIENT}/api.ts`, make: async () => typesOf(await openApiText('service')) },
  { file: `${CLIENT}/sandbox.ts`, make: async () => typesOf(await openApiText('sandbox')) },
  { file: `${CLIENT}/keyed.ts`, make: async () => keyedRoutes(await openApiText('service')) },
  { file: 'docs/limits.md', make: limitsPage },
  { file: 'docs/rules-index.md', make: rulesIndex },
  { file: 'docs/sandbox.md', make: sandboxPage },
  { file: 'docs/sensitive-steps.md', make: sensitiveStepsPage },
  { file: 'docs/settings.md', make: settingsPage },
  { file: 'docs/states.md', make: statesPage },
]
