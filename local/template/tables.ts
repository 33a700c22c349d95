import * as z from 'zod/mini'
import type { World } from './world.ts'

/** What CreateTable is given for a table. */
export type TableSpec = {
  name: string
  nameOnAws: string
  arn: string
  region: string
  partitionKey: string
  /** The partition key of each index, by its name. */
  indexKeys: Record<string, string>
  input: Record<string, unknown>
}

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }))
const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.optional(z.array(z.string())) }),
})
const table = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.optional(z.array(index)),
  LocalSecondaryIndexes: z.optional(z.array(index)),
})

const partitionKeyOf = (schema: z.output<typeof keySchema>): string =>
  schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? ''

/** Every DynamoDB table of the templates. */
export const readTables = (world: World): TableSpec[] =>
  [...world.ofType('AWS::DynamoDB::GlobalTable'), ...world.ofType('AWS::DynamoDB::Table')].map((resource) => {
    const properties = world.read(resource, table)
    const indexes = [...(properties.GlobalSecondaryIndexes ?? []), ...(properties.LocalSecondaryIndexes ?? [])]
    return {
      name: resource.label,
      nameOnAws: resource.name,
      arn: resource.arn,
      region: resource.stack.region,
      partitionKey: partitionKeyOf(properties.KeySchema),
      indexKeys: Object.fromEntries(indexes.map(({ IndexName, KeySchema }) => [IndexName, partitionKeyOf(KeySchema)])),
      input: { TableName: resource.name, BillingMode: 'PAY_PER_REQUEST', ...properties },
    }
  })
