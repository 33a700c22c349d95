import sdk from '@alicloud/openapi-client'

const { default: Client, Config, OpenApiRequest, Params } = sdk

/** Where the vendor's own client calls, and as whom. */
type At = { port: number; accessKeyId: string; accessKeySecret: string; version?: string }

type Runtime = Parameters<InstanceType<typeof Client>['callApi']>[2]

/** No second try: one call is one call. */
const ONCE: Runtime = Object.assign(Object.create(null), { autoretry: false })

/**
 * The vendor's own client calls one action, of Cloudauth if no version says otherwise; answers the body it read, and throws where it reads a refusal. Its generated
 * products differ in where they put parameters: most in the form of the body, some, as for bank cards, in the query.
 */
export const sdkCalls = async (
  { port, version = '2019-03-07', accessKeyId, accessKeySecret }: At,
  action: string,
  parameters: Record<string, string>,
  place: 'body' | 'query' = 'body',
): Promise<Record<string, unknown>> => {
  const client = new Client(
    new Config({ accessKeyId, accessKeySecret, protocol: 'http', endpoint: `127.0.0.1:${port}` }),
  )
  const params = new Params({
    ...{ action, version, protocol: 'HTTP', pathname: '/', method: 'POST' },
    ...{ authType: 'AK', style: 'RPC', reqBodyType: 'formData', bodyType: 'json' },
  })
  const answer = await client.callApi(params, new OpenApiRequest({ [place]: parameters }), ONCE)
  return answer.body
}
