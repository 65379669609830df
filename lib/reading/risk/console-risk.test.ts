import { expect, test } from "vitest";
import { cases, levelOf } from "./testing/risk-cases";

test.each(
  cases(String.raw`
    read       User.where(deleted_at: nil).count
    read       User.find(1).deleted?
    read       Project.find_by_full_path('path/to/delete').delete_error
    read       puts "destroy everything"
    read       user = User.find_by(name: 'drop')
    read       queue = Sidekiq::Queue.new('delete')
    read       queue.size
    read       list.delete_if { |x| x.nil? }
    read       # user.destroy
    danger     user.destroy!
    danger     User.where(old: true).delete_all
    danger     Projects::DestroyService.new(project, user, {}).execute
    danger     RemoveExpiredMembersWorker.perform_async
    danger     Sidekiq::Queue.new('x').clear
    danger     Rails.cache.clear
    danger     FileUtils.rm_rf('/data')
    danger     delete_user(1)
    disruptive Feature.disable(:x)
    change     Feature.enable(:x)
    change     user.update!(state: 'deleted')
    change     ed.save
    change     User.create!(name: 'x')
    danger     Model.objects.filter(old=True).delete()
    danger     os.remove(path)
    danger     shutil.rmtree("/data")
    read       print(Model.objects.filter(state="deleted").count())
    read       os.listdir("/delete")
    danger     db.dropDatabase()
    danger     db.users.drop()
    danger     db.users.deleteMany({ old: true })
    danger     db.users.remove({})
    change     db.users.updateMany({ a: 1 }, { $set: { state: "deleted" } })
    read       db.users.find({ state: "deleted" })
    read       db.stats()
    read       show dbs
    disruptive rs.stepDown()
    read       rs.status()
    danger     db.killOp(1234)
    danger     FLUSHALL
    danger     del cache:x
    change     setex cache:x 86400 "1"
    read       get flushall
    read       keys delete*
    danger     DELETE /logs-2020
    read       GET /_cat/indices
    read       POST /logs/_search
    danger     Remove-Item -Recurse -Force C:\Logs
    read       Remove-Item C:\Logs -WhatIf
    read       Get-Service | Where-Object { $_.Status -eq 'Stopped' }
    danger     Stop-Service -Name Spooler
    disruptive Restart-Service Spooler
    disruptive Get-Service x | Restart-Service
    disruptive Disable-ADAccount -Identity bob
    danger     Restart-Computer -ComputerName web1 -Force
    change     Start-Service Spooler
    change     New-Item -Path x -ItemType Directory
    danger     Get-ChildItem *.log | Remove-Item
    read       Get-EventLog -LogName Stop-Service
    danger     kubectl delete pod x
    read       kubectl get pods
  `),
)("%s: %s", (level, command) => expect(levelOf(command, "text")).toBe(level));
