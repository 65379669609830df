// The browser's own code for the torture run, bundled by portal-code.mjs: each client gets a copy with a window,
// a network and a cookie of its own.
export { followEvents } from "@/components/board/follow-events";
export { createOutbox } from "@/components/outbox/outbox";
export { createSendEntry } from "@/components/outbox/send-entry";
export { memoryLock, memoryStorage } from "@/components/outbox/testing/memory-storage";
export { applyToBoard, emptyBoard, foldBoard } from "@/lib/domain/board-state";
export { toIncidentEvent } from "@/lib/events/event-row";
