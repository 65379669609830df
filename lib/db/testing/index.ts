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
export { createTestDatabase, type TestDatabase } from "./test-database";
