import { handleAuth } from "@/lib/access/handle-auth";

export { handleAuth as GET, handleAuth as POST };
