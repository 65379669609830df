export {
  createActor,
  createEvent,
  createIncident,
  createMembership,
  createRevision,
  createRunbook,
  createSquad,
  createUser,
} from "./factories";
export { type DatabaseProxy, startDatabaseProxy } from "./proxy";
export { createTestDatabase, type TestDatabase } from "./test-database";
