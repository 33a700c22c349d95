import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'

type Operation = { parameters?: { $ref?: string }[] }

/** The types of an API's description, as openapi-typescript makes them; what has a default need not be sent. */
export const typesOf = async (description: string): Promise<string> =>
  `${COMMENT_HEADER}${astToString(await openapiTS(description, { defaultNonNullable: false }))}`

/** The module that lists the routes of an API's description that take an Idempotency-Key. */
export const keyedRoutes = (description: string): string => {
  const { paths } = JSON.parse(description) as { paths: Record<string, Record<string, Operation>> }
  const operations = Object.entries(paths).flatMap(([path, ofPath]) =>
    Object.entries(ofPath).map(([method, { parameters = [] }]) => ({
      route: `${method.toUpperCase()} ${path}`,
      parameters,
    })),
  )
  const keyed = operations.filter(({ parameters }) => parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey')))
  const rows = keyed.map(({ route }) => `  '${route}',\n`).sort()
  return `/** Routes whose repeats the service knows by their Idempotency-Key. */\nexport const keyed: readonly string[] = [\n${rows.join('')}]\n`
}
